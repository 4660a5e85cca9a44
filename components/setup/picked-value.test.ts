import { expect, test } from 'vitest';
import { conditionCount, withBodyField } from './picked-value.ts';

test('conditions are counted in groups too', () => {
  const one = { left: '{{body.a}}', operator: 'exists' };
  expect(conditionCount({ any: [one, { all: [one, one] }] })).toBe(3);
  expect(conditionCount(null)).toBe(0);
});

test('a clicked value becomes a field of the body, and no field is overwritten', () => {
  const whole = { method: 'POST', url: '', body: { type: 'json', value: '{{body}}' } };
  const once = withBodyField(whole, { path: ['body', 'issue', 'title'], value: 'x' });
  expect(once.body).toEqual({ type: 'json', value: { title: '{{body.issue.title}}' } });
  const twice = withBodyField(once, { path: ['body', 'labels', 0, 'title'], value: 'y' });
  expect(twice.body).toEqual({
    type: 'json',
    value: { title: '{{body.issue.title}}', title2: '{{body.labels[0].title}}' },
  });
});
