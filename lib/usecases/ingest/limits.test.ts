import { expect, test } from 'vitest';
import { DoorLimits } from './limits.ts';

test('a burst passes, then the rate; who waits as told passes again', () => {
  const limits = new DoorLimits();
  const rate = { perSecond: 10, burst: 5 };
  const at = 1_000_000;
  const first = Array.from({ length: 6 }, () => limits.take('e', rate, at));
  expect(first).toEqual([0, 0, 0, 0, 0, 1]);
  expect(limits.take('e', rate, at + 100)).toBe(0);
  expect(limits.take('e', rate, at + 100)).toBe(1);
  expect(limits.take('other', rate, at)).toBe(0);
});

test('a slow rate says for how many seconds', () => {
  const limits = new DoorLimits();
  const rate = { perSecond: 0.1, burst: 1 };
  expect(limits.take('e', rate, 0)).toBe(0);
  expect(limits.take('e', rate, 1000)).toBe(9);
  expect(limits.take('e', rate, 10_000)).toBe(0);
});

test('only failures count, only within a minute, only of that address and endpoint', () => {
  const limits = new DoorLimits();
  for (let count = 0; count < 100; count += 1) limits.failed('192.0.2.1', 'e', 0);
  expect(limits.blockedFor('192.0.2.1', 'e', 1_000)).toBe(59);
  expect(limits.blockedFor('192.0.2.2', 'e', 1_000)).toBe(0);
  expect(limits.blockedFor('192.0.2.1', 'f', 1_000)).toBe(0);
  expect(limits.blockedFor('192.0.2.1', 'e', 61_000)).toBe(0);
  limits.failed('192.0.2.1', 'e', 61_000);
  expect(limits.blockedFor('192.0.2.1', 'e', 61_000)).toBe(0);
});
