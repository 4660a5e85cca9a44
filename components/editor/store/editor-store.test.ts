import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import type { Edit } from '#lib/core/graph/edit-kinds.ts';
import { createEditorStore } from './create-editor-store.ts';
import type { OpenedWorkflow } from './document.ts';

const step = (id: string, type = 'filter') => ({
  id,
  type,
  name: id,
  position: { x: 0, y: 0 },
  settings: {},
});
const graph: GraphDocument = {
  schema: 1,
  nodes: [step('hook', 'webhook'), step('a'), step('b')],
  edges: [{ id: 'e1', from: { node: 'hook', port: 'out' }, to: { node: 'a', port: 'in' } }],
};
const workflow: OpenedWorkflow = {
  id: 'w',
  name: 'Urgent tickets',
  status: 'draft',
  liveVersion: null,
  changed: true,
  graph,
  revision: 1,
  endpoints: [],
  problems: [],
};
const open = () => createEditorStore({ workflow, role: 'editor', sampleRequestId: null });

test('typing in one field is one step back, and leaving the field ends it', () => {
  const { getState } = open();
  for (const name of ['n', 'na', 'nam']) getState().rename('a', name);
  getState().seal();
  for (const name of ['name', 'names']) getState().rename('a', name);
  getState().undo();
  expect(getState().graph.nodes[1]?.name).toBe('nam');
  getState().undo();
  expect(getState().graph).toEqual(graph);
  getState().redo();
  expect(getState().graph.nodes[1]?.name).toBe('nam');
});

test('one edit in one field of a step is one step back, and a part of it that comes or goes is one', () => {
  const { getState } = open();
  const row = (right: string) => ({ left: '{{body.a}}', operator: 'equals', right });
  const all = (...rows: ReturnType<typeof row>[]) => getState().updateSettings('a', { all: rows });
  const now = () => getState().graph.nodes[1]?.settings.all;
  all(row('b'));
  for (const right of ['bu', 'bug']) all(row(right));
  all(row('bug'), row('x'));
  for (const right of ['xy', 'xyz']) all(row('bug'), row(right));
  getState().undo();
  expect(now()).toEqual([row('bug'), row('x')]);
  getState().undo();
  expect(now()).toEqual([row('bug')]);
  getState().undo();
  expect(now()).toEqual([row('b')]);
  for (const right of ['f', 'fi']) all(row(right));
  getState().undo();
  expect(now()).toEqual([row('b')]);
  getState().undo();
  expect(getState().graph).toEqual(graph);
});

test('a condition just added and the value chosen for it are one step back; what it is compared with is another', () => {
  const { getState } = open();
  const row = (left: string, right: string) => ({ left, operator: 'equals', right });
  const all = (...rows: ReturnType<typeof row>[]) => getState().updateSettings('a', { all: rows });
  const now = () => getState().graph.nodes[1]?.settings.all;
  const filled = row('{{body.a}}', 'x');
  all(filled);
  all(filled, row('', ''));
  // The focus goes from the button into the new row.
  getState().seal();
  all(filled, row('{{body.b}}', ''));
  getState().seal();
  for (const right of ['b', 'bu', 'bug']) all(filled, row('{{body.b}}', right));
  getState().undo();
  expect(now()).toEqual([filled, row('{{body.b}}', '')]);
  getState().undo();
  expect(now()).toEqual([filled]);
  getState().redo();
  expect(now()).toEqual([filled, row('{{body.b}}', '')]);
});

test('a condition that came with its value stays when what it is compared with is changed and taken back', () => {
  const { getState } = open();
  const row = (right: string) => ({ left: '{{body.a}}', operator: 'equals', right });
  const all = (right: string) => getState().updateSettings('a', { all: [row(right)] });
  all('opened');
  all('closed');
  getState().undo();
  expect(getState().graph.nodes[1]?.settings.all).toEqual([row('opened')]);
});

test('an edit that makes no sense is refused in words and changes nothing', () => {
  const { getState } = open();
  const back: Edit = {
    kind: 'connect',
    from: { node: 'a', port: 'match' },
    to: { node: 'a', port: 'in' },
  };
  expect(getState().apply(back)?.detail).toContain('lead back to itself');
  expect(getState().graph).toBe(graph);
  expect(getState().past).toHaveLength(0);
});

test('what was removed is no longer selected or open', () => {
  const { getState } = open();
  getState().select(['a', 'b']);
  getState().openNode('a');
  getState().apply({ kind: 'remove_nodes', ids: ['a'] });
  expect([...getState().selection]).toEqual(['b']);
  expect(getState().openNodeId).toBeNull();
});

test('a viewer stays one, however wide the window', () => {
  const { getState } = createEditorStore({ workflow, role: 'viewer', sampleRequestId: null });
  getState().setSmall(false);
  expect([getState().canEdit, getState().canDrag]).toEqual([false, false]);
});

const ids = fc.constantFrom('hook', 'a', 'b', 'c', 'd');
const edit: fc.Arbitrary<Edit> = fc.oneof(
  ids.map((id): Edit => ({ kind: 'add_node', node: step(id) })),
  ids.map((id): Edit => ({ kind: 'remove_nodes', ids: [id] })),
  fc.tuple(ids, fc.integer()).map(
    ([id, x]): Edit => ({
      kind: 'move',
      positions: [{ id, x, y: -x }],
    }),
  ),
  fc.tuple(ids, ids).map(
    ([from, to]): Edit => ({
      kind: 'connect',
      from: { node: from, port: 'match' },
      to: { node: to, port: 'in' },
    }),
  ),
  fc.constantFrom('e1', 'e2', 'e3').map((id): Edit => ({ kind: 'disconnect', ids: [id] })),
  fc.tuple(ids, fc.string()).map(([id, name]): Edit => ({ kind: 'rename', id, name })),
);

test('any edits, all taken back, leave the graph as it was; redone, as it became', () => {
  const typed = fc.tuple(edit, fc.option(fc.constantFrom('name', 'url'), { nil: undefined }));
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 40 }), (edits) => {
      const { getState } = open();
      for (const [one, field] of edits) {
        const key = one.kind === 'rename' ? field && `${one.id} ${field}` : undefined;
        getState().apply(one, key);
      }
      const made = getState().graph;
      while (getState().past.length > 0) getState().undo();
      expect(getState().graph).toEqual(graph);
      while (getState().future.length > 0) getState().redo();
      expect(getState().graph).toEqual(made);
    }),
  );
});
