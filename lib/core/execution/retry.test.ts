import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryDelay, retryPolicy } from './retry.ts';

const policy = retryPolicy({ attempts: 5, baseSeconds: 1, maxSeconds: 60 }, 1);

test('waits double and stop at the cap', () => {
  const waits = [1, 2, 3, 4].map((attempt) =>
    retryDelay(policy, { attempt, error: { retryable: true }, random: 0 }),
  );
  expect(waits).toEqual([1000, 2000, 4000, 8000]);
  const patient = { ...policy, attempts: 20 };
  expect(retryDelay(patient, { attempt: 15, error: { retryable: true }, random: 0 })).toBe(60_000);
});

test('there is no retry after the last attempt, nor for a failure that cannot pass', () => {
  expect(retryDelay(policy, { attempt: 5, error: { retryable: true }, random: 0 })).toBeNull();
  expect(retryDelay(policy, { attempt: 1, error: { retryable: false }, random: 0 })).toBeNull();
});

test('Retry-After is honoured beyond the cap, up to a day', () => {
  const error = { retryable: true, retryAfterMs: 120_000 };
  expect(retryDelay(policy, { attempt: 1, error, random: 0.5 })).toBe(120_000);
  const absurd = { retryable: true, retryAfterMs: 1e15 };
  expect(retryDelay(policy, { attempt: 1, error: absurd, random: 0 })).toBe(86_400_000);
});

test('jitter takes at most half away and never waits longer than backoff', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (attempt, random) => {
        const full = 1000 * 2 ** (attempt - 1);
        const wait = retryDelay(policy, { attempt, error: { retryable: true }, random }) ?? -1;
        expect(wait).toBeGreaterThanOrEqual(full / 2);
        expect(wait).toBeLessThanOrEqual(full);
      },
    ),
  );
});
