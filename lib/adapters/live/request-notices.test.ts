import { expect, test } from 'vitest';
import type { Notice } from './notifications.ts';
import { RequestNotices } from './request-notices.ts';

const many = (count: number, endpointId: string) =>
  Array.from({ length: count }, (_, index) => ({ id: `${endpointId}-${index}`, endpointId }));

function noticesAt(start: number) {
  const told: Notice[] = [];
  const clock = { now: start };
  const publish = (notice: Notice) => void told.push(notice);
  return { told, clock, notices: new RequestNotices({ publish, now: () => clock.now }) };
}

test('each request is named, until too many come: then their endpoints are', () => {
  const { told, clock, notices } = noticesAt(1_000_000);
  notices.stored(many(3, 'a'));
  expect(told).toHaveLength(3);
  notices.stored([...many(700, 'a'), ...many(500, 'b'), ...many(500, 'a')]);
  expect(told.slice(600)).toEqual([
    { kind: 'requests', endpointId: 'a', since: 990_000 },
    { kind: 'requests', endpointId: 'b', since: 990_000 },
  ]);
  clock.now += 60;
  notices.stored(many(1, 'b'));
  expect(told.at(-1)).toMatchObject({ kind: 'request', endpointId: 'b' });
});

test('a thousand a second are all named, in whatever bursts they come', () => {
  const { told, clock, notices } = noticesAt(1_000_000);
  for (let second = 0; second < 30; second += 1) {
    notices.stored(many(500, 'a'));
    clock.now += 500;
    notices.stored(many(500, 'a'));
    clock.now += 500;
  }
  expect(told).toHaveLength(30_000);
  expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['request']));
});

test('a clock that is set back stops nothing', () => {
  const { told, clock, notices } = noticesAt(1_000_000);
  notices.stored(many(601, 'a'));
  clock.now -= 500_000;
  notices.stored(many(1, 'a'));
  clock.now += 1_000;
  notices.stored(many(1, 'a'));
  expect(told.map(({ kind }) => kind).slice(600)).toEqual(['requests', 'requests', 'request']);
});
