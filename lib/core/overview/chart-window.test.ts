import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartShape, chartWindows } from './chart-window.ts';

describe('chartShape', () => {
  test('now is in the last bucket, which starts on a whole one in UTC', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...chartWindows),
        fc.integer({ min: 1e12, max: 4e12 }),
        (window, now) => {
          const { since, until, bucketMs } = chartShape(window, now);
          expect(until).toBeGreaterThan(now);
          expect(until - bucketMs).toBeLessThanOrEqual(now);
          expect(since % bucketMs).toBe(0);
          expect((until - since) % bucketMs).toBe(0);
        },
      ),
    );
  });

  test('a day is 48 half hours, a week 56 times three hours', () => {
    const size = ({ since, until, bucketMs }: ReturnType<typeof chartShape>) =>
      (until - since) / bucketMs;
    expect(chartWindows.map((window) => size(chartShape(window, 0)))).toEqual([48, 56]);
  });
});
