import { expect, test } from 'vitest';
import { takesOver } from './follow.ts';
import { noOverlay, type OverlayState, type RunDetail, withDetails, withStep } from './overlay.ts';

const run = (more: Partial<RunDetail> = {}): RunDetail => ({
  ...{ id: 'r1', requestId: 'q', version: 1, status: 'running', error: null, steps: [] },
  ...{ startedAt: null, finishedAt: null, ms: null },
  ...more,
});
const shown = (more: Partial<OverlayState> = {}): OverlayState => ({
  ...{ ...noOverlay, run: run(), shownAt: 1_000 },
  ...more,
});

test('the first run that starts is shown, unless runs are not followed', () => {
  expect(takesOver(noOverlay, 'r1', 0)).toBe(true);
  expect(takesOver({ ...noOverlay, following: false }, 'r1', 0)).toBe(false);
});

test('a run under way, one that was chosen, or one that has just come keeps its place', () => {
  const over = { run: run({ status: 'succeeded' }) };
  expect(takesOver(shown(), 'r2', 60_000)).toBe(false);
  expect(takesOver(shown({ ...over, picked: true }), 'r2', 60_000)).toBe(false);
  expect(takesOver(shown(over), 'r2', 3_999)).toBe(false);
  expect(takesOver(shown(over), 'r2', 4_000)).toBe(true);
  expect(takesOver(shown({ run: run({ status: 'waiting' }) }), 'r2', 4_000)).toBe(true);
});

test('a step lights up while it runs and has a time when it has ended', () => {
  const running = withStep(shown(), { nodeId: 'a', status: 'running' }, 5_000);
  expect(running.steps.get('a')).toMatchObject({ status: 'running', ms: null });
  const ended = withStep(running, { nodeId: 'a', status: 'failed' }, 5_250);
  expect(ended.steps.get('a')).toMatchObject({ status: 'failed', ms: 250 });
});

test('details take the place of notices, but a step that is still running stays so', () => {
  const overlay = withStep(shown(), { nodeId: 'b', status: 'running' }, 5_000);
  const step = {
    ...{ nodeId: 'a', status: 'succeeded', port: 'out', attempt: 1, input: null, output: 1 },
    ...{ startedAt: '2026-11-24T09:00:00.000Z', finishedAt: '2026-11-24T09:00:00.007Z' },
    ...{ warnings: [], error: null },
  };
  const unfinished = withDetails(overlay, run({ steps: [step] }));
  expect([...unfinished.steps].map(([id, { ms }]) => [id, ms])).toEqual([
    ['a', 7],
    ['b', null],
  ]);
  const finished = withDetails(overlay, run({ status: 'succeeded', steps: [step] }));
  expect([...finished.steps.keys()]).toEqual(['a']);
});
