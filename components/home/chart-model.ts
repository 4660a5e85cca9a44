/** Received is their sum, in the order in which the sum is written. */
export const outcomes = [
  'ran',
  'filtered',
  'duplicate',
  'rejected',
  'handshake',
  'captured',
  'waiting',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Above the line, bottom first; the rest stands below on a scale of its own. */
const above: readonly Outcome[] = ['ran', 'filtered'];
const below: readonly Outcome[] = ['rejected', 'duplicate', 'handshake', 'captured', 'waiting'];

export type Counts = Readonly<Record<Outcome, number>>;
export type ChartData = {
  since: string;
  until: string;
  bucketSeconds: number;
  buckets: readonly (Counts & { at: string })[];
};

/** A part of a bar, as shares of its scale: 0 at the foot, 1 at the top. */
export type Part = { outcome: Outcome; from: number; to: number };
export type Column = { from: Date; until: Date; counts: Counts; above: Part[]; below: Part[] };
export type Chart = { columns: Column[]; topAbove: number; topBelow: number };

const none: Counts = {
  ran: 0,
  filtered: 0,
  duplicate: 0,
  rejected: 0,
  handshake: 0,
  captured: 0,
  waiting: 0,
};

/** One column per bucket, also where nothing came. */
export function chartOf({ since, until, bucketSeconds, buckets }: ChartData): Chart {
  const ms = bucketSeconds * 1000;
  const start = Date.parse(since);
  const byTime = new Map(buckets.map((bucket) => [Date.parse(bucket.at), bucket]));
  const times = Array.from(
    { length: (Date.parse(until) - start) / ms },
    (_, at) => start + at * ms,
  );
  const all = times.map((time) => byTime.get(time) ?? none);
  const topAbove = niceTop(Math.max(0, ...all.map((counts) => sum(counts, above))));
  const topBelow = niceTop(Math.max(0, ...all.map((counts) => sum(counts, below))));
  const columns = times.map((time, at): Column => {
    const counts = all[at] ?? none;
    return {
      from: new Date(time),
      until: new Date(time + ms),
      counts,
      above: stack(counts, above, topAbove),
      below: stack(counts, below, topBelow),
    };
  });
  return { columns, topAbove, topBelow };
}

/** The end of a scale that holds `max`: even, so that its middle is a whole number too. */
export function niceTop(max: number): number {
  if (max <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(max));
  const steps = power === 1 ? [6, 8, 10] : [1, 2, 4, 6, 8, 10];
  return (steps.find((step) => step * power >= max) ?? 10) * power;
}

function sum(counts: Counts, kinds: readonly Outcome[]): number {
  return kinds.reduce((total, kind) => total + counts[kind], 0);
}

function stack(counts: Counts, kinds: readonly Outcome[], top: number): Part[] {
  let from = 0;
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((outcome) => {
      const part = { outcome, from, to: from + counts[outcome] / top };
      from = part.to;
      return part;
    });
}
