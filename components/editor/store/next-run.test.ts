import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEditorStore } from './create-editor-store.ts';
import { nextRun } from './next-run.ts';

beforeEach(() => vi.useFakeTimers({ now: 100_000 }));
afterEach(() => vi.useRealTimers());

/** A canvas on which run `first` has just ended. */
function open() {
  const store = createEditorStore({
    role: 'editor',
    sampleRequestId: null,
    workflow: {
      ...{ id: 'w', name: 'W', status: 'live', liveVersion: 1, changed: false, revision: 1 },
      ...{ graph: { schema: 1, nodes: [], edges: [] }, endpoints: [], problems: [] },
    },
  });
  const read: string[] = [];
  const next = nextRun(store, (id) => read.push(id));
  const come = (runId: string, status = 'succeeded') => {
    const notice = { runId, status, at: Date.now() };
    if (!store.getState().follow(notice)) next.offer(notice);
    next.look();
  };
  come('first');
  return { store, next, read, come, shown: () => store.getState().run?.id };
}

test('of the runs that came too soon the last one is shown, once the first could be read', () => {
  const { come, shown, read } = open();
  come('second');
  come('third');
  vi.advanceTimersByTime(2_999);
  expect(shown()).toBe('first');
  vi.advanceTimersByTime(1);
  expect(shown()).toBe('third');
  expect(read).toEqual(['third']);
  vi.advanceTimersByTime(60_000);
  expect(shown()).toBe('third');
});

test('while a run goes on the next one waits for its end', () => {
  const { come, shown } = open();
  vi.advanceTimersByTime(5_000);
  come('long', 'running');
  come('short');
  vi.advanceTimersByTime(60_000);
  expect(shown()).toBe('long');
  come('long');
  expect(shown()).toBe('short');
});

test('a run that a person chose stays, also after what waited', () => {
  const { store, come, shown } = open();
  come('second');
  const none = { requestId: null, version: 1, error: null, ms: null, startedAt: null };
  const chosen = { ...none, id: 'chosen', status: 'succeeded' as const, finishedAt: null };
  store.getState().showRun({ ...chosen, steps: [] }, true);
  vi.advanceTimersByTime(60_000);
  expect(shown()).toBe('chosen');
});

test('a run that waited never comes after a later one', () => {
  const { store, come, shown } = open();
  come('second');
  vi.setSystemTime(101_000);
  store.getState().awaitRun();
  come('test', 'running');
  come('test');
  vi.advanceTimersByTime(60_000);
  expect(shown()).toBe('test');
});
