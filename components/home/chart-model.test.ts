import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartOf, niceTop, outcomes } from './chart-model.ts';

const counts = (given: Partial<Record<(typeof outcomes)[number], number>>) => ({
  ...(Object.fromEntries(outcomes.map((name) => [name, 0])) as Record<
    (typeof outcomes)[number],
    number
  >),
  ...given,
});
const data = (buckets: Parameters<typeof chartOf>[0]['buckets']) => ({
  since: '2026-11-24T00:00:00.000Z',
  until: '2026-11-24T02:00:00.000Z',
  bucketSeconds: 1800,
  buckets,
});

describe('niceTop', () => {
  test('holds the number, is even and not more than needed by far', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (max) => {
        const top = niceTop(max);
        expect(top).toBeGreaterThanOrEqual(max);
        expect(top % 2).toBe(0);
        expect(top).toBeLessThanOrEqual(Math.max(4, max * 2));
      }),
    );
  });

  test('is a number that people read at once', () => {
    expect([0, 5, 11, 61, 780, 801].map(niceTop)).toEqual([4, 6, 20, 80, 800, 1000]);
  });
});

describe('chartOf', () => {
  test('every bucket has a column, also where nothing came', () => {
    const chart = chartOf(data([{ at: '2026-11-24T00:30:00.000Z', ...counts({ ran: 2 }) }]));
    expect(chart.columns.map(({ counts: { ran } }) => ran)).toEqual([0, 2, 0, 0]);
    expect(chart.columns[1]?.until.toISOString()).toBe('2026-11-24T01:00:00.000Z');
  });

  test('what ran and was filtered stands above, everything else below on its own scale', () => {
    const chart = chartOf(
      data([
        { at: '2026-11-24T00:00:00.000Z', ...counts({ ran: 600, filtered: 200, rejected: 1 }) },
      ]),
    );
    const [column] = chart.columns;
    expect(chart).toMatchObject({ topAbove: 800, topBelow: 4 });
    expect(column?.above).toEqual([
      { outcome: 'ran', from: 0, to: 0.75 },
      { outcome: 'filtered', from: 0.75, to: 1 },
    ]);
    expect(column?.below).toEqual([{ outcome: 'rejected', from: 0, to: 0.25 }]);
  });

  test('no bar is higher than its scale, and its parts follow without a gap', () => {
    const bucket = fc.record(
      Object.fromEntries(outcomes.map((name) => [name, fc.nat(1_000_000)])) as Record<
        (typeof outcomes)[number],
        fc.Arbitrary<number>
      >,
    );
    fc.assert(
      fc.property(fc.array(bucket, { maxLength: 4 }), (some) => {
        const buckets = some.map((values, at) => ({
          at: new Date(Date.UTC(2026, 10, 24, 0, at * 30)).toISOString(),
          ...values,
        }));
        for (const { above, below } of chartOf(data(buckets)).columns) {
          for (const parts of [above, below]) {
            expect(parts.every(({ from }, at) => from === (parts[at - 1]?.to ?? 0))).toBe(true);
            expect(parts.at(-1)?.to ?? 0).toBeLessThanOrEqual(1 + 1e-9);
          }
        }
      }),
    );
  });
});
