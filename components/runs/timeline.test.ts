import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeline } from './timeline.ts';

const at = (ms: number) => new Date(1_795_513_256_000 + ms).toISOString();
const step = (start: number, end: number | null) => ({
  nodeId: 'a',
  item: 0,
  startedAt: at(start),
  finishedAt: end === null ? null : at(end),
});

test('bars stand where their steps began and are as wide as they took', () => {
  const { total, bars, ticks } = timeline([step(0, 0), step(0, 500), step(500, 1000)], 0);
  expect(total).toBe(1000);
  expect(bars[1]).toEqual({ start: 0, width: 0.5 });
  expect(bars[2]).toEqual({ start: 0.5, width: 0.5 });
  expect(bars[0]?.width).toBeGreaterThan(0);
  expect(ticks).toEqual([0, 200, 400, 600, 800, 1000]);
});

test('a step that hasn’t ended goes on until now', () => {
  const { bars, total } = timeline([step(0, 100), step(100, null)], Date.parse(at(400)));
  expect(total).toBe(400);
  expect(bars[1]).toEqual({ start: 0.25, width: 0.75 });
});

test('a run without steps, or within one millisecond, can be drawn too', () => {
  expect(timeline([], 0)).toEqual({ total: 0, bars: [], ticks: [0] });
  expect(timeline([step(0, 0)], 0).bars[0]?.start).toBe(0);
});

test('no bar leaves the axis, and no line stands behind its end', () => {
  const spans = fc.array(fc.tuple(fc.nat(1e7), fc.option(fc.nat(1e7))), { minLength: 1 });
  fc.assert(
    fc.property(spans, fc.nat(2e7), (given, now) => {
      const steps = given.map(([start, length]) =>
        step(start, length === null ? null : start + length),
      );
      const { bars, ticks, total } = timeline(steps, Date.parse(at(now)));
      for (const { start, width } of bars) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(width).toBeGreaterThan(0);
        expect(start + width).toBeLessThanOrEqual(1 + 1e-9);
      }
      expect(Math.max(...ticks)).toBeLessThanOrEqual(Math.max(total, 1));
      expect(ticks.length).toBeLessThanOrEqual(6);
    }),
  );
});
