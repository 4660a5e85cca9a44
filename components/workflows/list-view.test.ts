import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countByStatus,
  fitting,
  readView,
  type Status,
  shownRows,
  sorts,
  statuses,
  ticked,
  type View,
  writeView,
} from './list-view.ts';
import type { WorkflowRow } from './workflow-types.ts';

function row(id: string, name: string, change: { status?: Status; runs?: number } = {}) {
  const { status = 'live', runs = 0 } = change;
  const workflow = { id, name, description: '', status };
  const activity = { workflowId: id, runs, failed: runs, lastRun: null };
  return { workflow, activity } as unknown as WorkflowRow;
}

const rows = [
  row('3', 'Bug triage', { runs: 5 }),
  row('2', 'Stock alert', { status: 'paused', runs: 9 }),
  row('1', 'Archive bugs', { status: 'draft' }),
];
const ids = (view: Partial<View>) =>
  shownRows(rows, { q: '', status: null, sort: 'newest', ...view }).map(
    ({ workflow }) => workflow.id,
  );

test('what the address says is read back as it was written, and the rest of it stays', () => {
  const views = fc.record({
    q: fc.string(),
    status: fc.constantFrom(null, ...statuses),
    sort: fc.constantFrom(...sorts),
  });
  fc.assert(
    fc.property(views, (view) => {
      const search = writeView(new URLSearchParams('other=1&sort=name'), view);
      expect(readView(search)).toEqual(view);
      expect(search.get('other')).toBe('1');
    }),
  );
  expect(readView(new URLSearchParams('status=nonsense&sort=1'))).toEqual(
    readView(new URLSearchParams()),
  );
});

test('rows are found by a part of their name and by status, and ordered as asked', () => {
  expect(ids({ q: 'BUG' })).toEqual(['3', '1']);
  expect(ids({ status: 'paused' })).toEqual(['2']);
  expect(ids({ sort: 'name' })).toEqual(['1', '3', '2']);
  expect(ids({ sort: 'runs' })).toEqual(['2', '3', '1']);
  expect(countByStatus(rows)).toEqual({ all: 3, live: 1, paused: 1, draft: 1 });
});

test('an action takes only those it fits', () => {
  const workflows = rows.map(({ workflow }) => workflow);
  const of = (act: 'pause' | 'resume' | 'delete') => fitting(workflows, act).map(({ id }) => id);
  expect([of('pause'), of('resume'), of('delete')]).toEqual([['3'], ['2'], ['3', '2', '1']]);
});

test('a click ticks and unticks; with ⇧ all up to it follow it', () => {
  const all = ['a', 'b', 'c', 'd'];
  const one = ticked(new Set(), { ids: all, id: 'b', from: null });
  expect([...one]).toEqual(['b']);
  expect([...ticked(one, { ids: all, id: 'b', from: null })]).toEqual([]);
  const range = ticked(one, { ids: all, id: 'd', from: 'b' });
  expect([...range].sort()).toEqual(['b', 'c', 'd']);
  expect([...ticked(range, { ids: all, id: 'c', from: 'd' })].sort()).toEqual(['b']);
  expect([...ticked(one, { ids: ['x'], id: 'x', from: 'gone' })].sort()).toEqual(['b', 'x']);
});
