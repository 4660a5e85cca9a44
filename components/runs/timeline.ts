export type TimelineStep = {
  nodeId: string;
  item: number;
  startedAt: string;
  finishedAt: string | null;
};
/** Where a bar stands, as shares of the whole: 0 to 1. */
export type Bar = { start: number; width: number };
export type Timeline = {
  /** Milliseconds from the first start to the last end. */
  total: number;
  bars: Bar[];
  /** Milliseconds at which a line is drawn, 0 first. */
  ticks: number[];
};

/** A bar shorter than this couldn't be seen. */
const thinnest = 0.004;
const mostTicks = 5;

/**
 * Lays a run's steps out along one axis. A step that hasn't ended goes on to `now` (Unix
 * milliseconds), and so does the axis.
 */
export function timeline(steps: readonly TimelineStep[], now: number): Timeline {
  const spans = steps.map(({ startedAt, finishedAt }) => {
    const start = Date.parse(startedAt);
    return { start, end: Math.max(start, finishedAt === null ? now : Date.parse(finishedAt)) };
  });
  if (spans.length === 0) return { total: 0, bars: [], ticks: [0] };
  const first = Math.min(...spans.map(({ start }) => start));
  const total = Math.max(...spans.map(({ end }) => end)) - first;
  const scale = Math.max(total, 1);
  const bars = spans.map(({ start, end }) => {
    const width = Math.max((end - start) / scale, thinnest);
    return { start: Math.min((start - first) / scale, 1 - width), width: Math.min(width, 1) };
  });
  return { total, bars, ticks: ticks(scale) };
}

/** Round numbers (1, 2, 5 and their tens), at most five of them. */
function ticks(total: number): number[] {
  const rough = total / mostTicks;
  const tens = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * tens).find((size) => size >= rough) ?? total;
  return Array.from({ length: Math.floor(total / step) + 1 }, (_, at) => at * step).slice(
    0,
    mostTicks + 1,
  );
}
