import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyGraph, type GraphDocument } from '#lib/core/graph/document.ts';
import { Autosave, type SaveOutcome } from './autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function house(answers: SaveOutcome['kind'][]) {
  const state = { graph: { ...emptyGraph } as GraphDocument, revision: 1, told: [] as string[] };
  const sent: number[] = [];
  const autosave = new Autosave({
    save: async (graph, baseRevision) => {
      sent.push(baseRevision);
      const kind = answers.shift() ?? 'saved';
      if (kind === 'refused') return { kind, detail: 'Too large.' };
      if (kind !== 'saved') return { kind };
      const revision = baseRevision + 1;
      return { kind, draft: { graph, revision, endpoints: [], problems: [] } };
    },
    read: () => state,
    onState: (told) => state.told.push(told),
    onSaved: (_, { revision }) => Object.assign(state, { revision }),
  });
  const change = () => {
    state.graph = { ...state.graph };
    autosave.changed();
  };
  return { autosave, state, sent, change };
}

test('many edits in a row are one save', async () => {
  const { sent, change, state } = house([]);
  for (let count = 0; count < 5; count += 1) change();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toEqual([1]);
  expect(state.revision).toBe(2);
});

test('a server that is away is tried again until the draft is saved', async () => {
  const { sent, change, autosave } = house(['unreachable', 'unreachable']);
  change();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toEqual([1, 1, 1]);
  expect(autosave.isClean).toBe(true);
});

test('after a conflict nothing is written over until somebody decides', async () => {
  const { sent, change, autosave, state } = house(['conflict']);
  change();
  await vi.advanceTimersByTimeAsync(1_000);
  change();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual([1]);
  expect(state.told.at(-1)).toBe('conflict');
  autosave.settle();
  change();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toHaveLength(2);
});

test('saving now answers whether the server has it', async () => {
  const { change, autosave } = house(['refused']);
  change();
  expect(await autosave.now()).toBe(false);
  expect(await autosave.now()).toBe(true);
});
