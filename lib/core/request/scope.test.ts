import { expect, test } from 'vitest';
import { type StoredRequest, triggerScope } from './scope.ts';

const request: StoredRequest = {
  id: '0197a000-0000-7000-8000-000000000001',
  endpointId: 'e',
  workspaceId: 'w',
  receivedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
  method: 'POST',
  path: '/orders',
  query: 'a=1&a=2&b=x+y%21&__proto__=p&bad=%zz&',
  headers: [
    ['X-Tag', 'one'],
    ['x-tag', 'two'],
    ['Content-Type', 'application/json'],
  ],
  contentType: 'application/json',
  body: Buffer.from('{"id":7}'),
  ip: '192.0.2.1',
  eventType: 'order.paid',
  eventId: null,
  replayOf: null,
  hop: 0,
};
const endpoint = { id: 'e', name: 'Shop', metadata: { team: 'x' } };

test('headers are lower-case and repeats are joined, query values stand as first and as all', () => {
  const scope = triggerScope(request, endpoint);
  expect(scope.headers['x-tag']).toBe('one, two');
  expect(scope.query.a).toBe('1');
  expect(scope.queryAll.a).toEqual(['1', '2']);
  expect(scope.query.b).toBe('x y!');
  expect(scope.query.bad).toBe('%zz');
});

test('a field named __proto__ is plain data', () => {
  const scope = triggerScope(request, endpoint);
  expect(Object.getPrototypeOf(scope.query)).toBe(Object.prototype);
  expect(Object.entries(scope.query)).toContainEqual(['__proto__', 'p']);
});

test('the body is what its type says, and its text where it cannot be parsed', () => {
  expect(triggerScope(request, endpoint).body).toEqual({ id: 7 });
  const broken = { ...request, body: Buffer.from('{"id":') };
  expect(triggerScope(broken, endpoint).body).toBe('{"id":');
});
