import { expect, test } from 'vitest';
import { textIn } from '#lib/i18n/text-in.ts';
import { requestName } from './request-name.ts';

const text = textIn('en');
const id = '01936b2e-7c1f-7000-8000-00aa11bb22cc';
const endpoints = new Map([['e1', 'Bugs']]);

test('a request is called by its event and its endpoint', () => {
  const request = { id, endpointId: 'e1', event: { type: 'issues.opened', id: null } };
  expect(requestName(request, endpoints, text)).toBe('issues.opened at “Bugs”');
});

test('without an event the end of its id names it, without an endpoint that is left out', () => {
  const request = { id, endpointId: 'gone', event: { type: null, id: null } };
  expect(requestName(request, endpoints, text)).toBe('…00aa11bb22cc');
});
