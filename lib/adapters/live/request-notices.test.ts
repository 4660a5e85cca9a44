import { expect, test } from 'vitest';
import type { Notice } from './notifications.ts';
import { RequestNotices } from './request-notices.ts';

const many = (count: number, endpointId: string) =>
  Array.from({ length: count }, (_, index) => ({ id: `${endpointId}-${index}`, endpointId }));

test('each request is named, until too many come: then their endpoints are', () => {
  const told: Notice[] = [];
  let now = 1_000_000;
  const notices = new RequestNotices({ publish: (notice) => told.push(notice), now: () => now });
  notices.stored(many(3, 'a'));
  expect(told).toHaveLength(3);
  notices.stored([...many(500, 'a'), ...many(500, 'b')]);
  expect(told.slice(20)).toEqual([
    { kind: 'requests', endpointId: 'a', since: 990_000 },
    { kind: 'requests', endpointId: 'b', since: 990_000 },
  ]);
  now += 60;
  notices.stored(many(1, 'b'));
  expect(told.at(-1)).toMatchObject({ kind: 'request', endpointId: 'b' });
});
