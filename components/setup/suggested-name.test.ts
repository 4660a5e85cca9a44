import { expect, test } from 'vitest';
import { suggestedName } from './suggested-name.ts';

test('a name says who sends what, and where it goes', () => {
  const url = 'http://127.0.0.1:4149/bugs';
  expect(suggestedName({ sender: 'GitHub', event: 'issues.labeled', url })).toBe(
    'GitHub issues labeled → 127.0.0.1',
  );
  expect(suggestedName({ sender: 'Stripe', event: null, url: 'https://a.example/x' })).toBe(
    'Stripe → a.example',
  );
});

test('what is not known is left out', () => {
  expect(suggestedName({ sender: null, event: 'order_paid', url: '' })).toBe('order paid');
  expect(suggestedName({ sender: 'GitHub', event: null, url: 'https://{{body.host}}/x' })).toBe(
    'GitHub',
  );
  expect(suggestedName({ sender: null, event: null, url: '{{body.url}}' })).toBe('');
});
