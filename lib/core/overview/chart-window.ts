export const chartWindows = ['24h', '7d'] as const;
export type ChartWindow = (typeof chartWindows)[number];

/** Both are whole parts of a day in UTC: counters older than two days are kept by the hour. */
const shapes = {
  '24h': { bucketMs: 30 * 60_000, buckets: 48 },
  '7d': { bucketMs: 3 * 3_600_000, buckets: 56 },
} as const;

/** `since` and `until` in Unix ms; the last bucket is the one that `nowMs` is in. */
export type ChartShape = { since: number; until: number; bucketMs: number };

export function chartShape(window: ChartWindow, nowMs: number): ChartShape {
  const { bucketMs, buckets } = shapes[window];
  const until = (Math.floor(nowMs / bucketMs) + 1) * bucketMs;
  return { since: until - buckets * bucketMs, until, bucketMs };
}
