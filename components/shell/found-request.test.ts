import { expect, test } from 'vitest';
import { foundRequest, type Requested } from './found-request.ts';

const known = {
  endpoints: new Map([['e1', 'Bugs']]),
  senders: [{ id: 'github', label: 'GitHub' }],
  clock: { locale: 'en', zone: 'UTC' } as const,
};
const request: Requested = {
  ...{ id: 'r1', endpointId: 'e1', receivedAt: '2026-11-24T09:41:00Z', method: 'POST', path: '' },
  event: { type: 'issues.opened', id: 'evt_1' },
  verification: { scheme: 'github' },
};

test('a found request says when, where and from whom it came', () => {
  const { label, detail } = foundRequest(request, known);
  expect(label).toBe('issues.opened');
  expect(detail).toMatch(/24.* · Bugs · GitHub · evt_1$/);
});

test('an endpoint that is called as its sender is named once', () => {
  const endpoints = new Map([['e1', 'GitHub']]);
  expect(foundRequest(request, { ...known, endpoints }).detail).toMatch(/ · GitHub · evt_1$/);
  expect(foundRequest(request, { ...known, endpoints }).detail).not.toContain('GitHub · GitHub');
});

test('what is not known is left out', () => {
  const bare = { ...request, endpointId: 'gone', event: { type: null, id: null } };
  const { label, detail } = foundRequest({ ...bare, verification: { scheme: 'none' } }, known);
  expect(label).toBe('POST /');
  expect(detail).not.toContain('·');
});
