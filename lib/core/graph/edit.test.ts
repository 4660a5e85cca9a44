import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GraphDocument, GraphNode } from './document.ts';
import { applyEdit } from './edit.ts';
import type { Edit } from './edit-kinds.ts';
import { orderSteps, topologyOf } from './topology.ts';

const step = (id: string): GraphNode => ({
  id,
  type: 'filter',
  name: id,
  position: { x: 0, y: 0 },
  settings: {},
});
const wire = (id: string, from: string, to: string) => ({
  id,
  from: { node: from, port: 'match' },
  to: { node: to, port: 'in' },
});
const chain: GraphDocument = {
  schema: 1,
  nodes: [step('a'), step('b'), step('c')],
  edges: [wire('e1', 'a', 'b'), wire('e2', 'b', 'c'), wire('e3', 'a', 'c')],
};

function applied(graph: GraphDocument, edit: Edit) {
  const result = applyEdit(graph, edit);
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

function refused(graph: GraphDocument, edit: Edit): string | null {
  const result = applyEdit(graph, edit);
  return result.ok ? null : result.error.detail;
}

test('removing a step takes its wires along, and undo puts both back where they were', () => {
  const { graph, undo } = applied(chain, { kind: 'remove_nodes', ids: ['b'] });
  expect(graph.nodes.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(graph.edges.map(({ id }) => id)).toEqual(['e3']);
  expect(applied(graph, undo).graph).toEqual(chain);
});

test('a step dropped on a wire is joined on both sides', () => {
  const edit: Edit = {
    kind: 'insert_on_edge',
    edgeId: 'e2',
    node: step('d'),
    input: 'in',
    output: 'otherwise',
  };
  const { graph, undo } = applied(chain, edit);
  expect(graph.edges.slice(2)).toEqual([
    { id: 'e4', from: { node: 'b', port: 'match' }, to: { node: 'd', port: 'in' } },
    { id: 'e5', from: { node: 'd', port: 'otherwise' }, to: { node: 'c', port: 'in' } },
  ]);
  expect(applied(graph, undo).graph).toEqual(chain);
});

test('a step cannot be wired to lead back to itself', () => {
  const back: Edit = {
    kind: 'connect',
    from: { node: 'c', port: 'match' },
    to: { node: 'a', port: 'in' },
  };
  expect(refused(chain, back)).toBe(
    "“c” can't lead back to itself. Use a delay and a new request instead.",
  );
  expect(refused(chain, { ...back, to: back.from })).toContain('lead back');
});

test('a wire that is there already, or that joins nothing, is not drawn', () => {
  const again: Edit = { kind: 'connect', from: wire('', 'a', 'b').from, to: wire('', 'a', 'b').to };
  expect(refused(chain, again)).toBe('These two are connected already.');
  expect(refused(chain, { ...again, to: { node: 'x', port: 'in' } })).toBe('There is no step x.');
});

test('an edit that makes no sense here changes nothing, also inside a batch', () => {
  const batch: Edit = {
    kind: 'batch',
    edits: [
      { kind: 'rename', id: 'a', name: 'First' },
      { kind: 'rename', id: 'x', name: 'Nobody' },
    ],
  };
  expect(refused(chain, batch)).toBe('There is no step x.');
  expect(refused(chain, { kind: 'add_node', node: step('a') })).toBe('The id a is taken.');
});

test('enabling a step again leaves no trace of having been disabled', () => {
  const off = applied(chain, { kind: 'set_disabled', id: 'a', disabled: true }).graph;
  expect(off.nodes[0]?.disabled).toBe(true);
  expect(applied(off, { kind: 'set_disabled', id: 'a', disabled: false }).graph).toStrictEqual(
    chain,
  );
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const anyId = fc.constantFrom(...ids);
const anyPort = fc.constantFrom('match', 'otherwise');
const anyNode = fc.record(
  {
    id: anyId,
    type: fc.constantFrom('filter', 'stop'),
    name: fc.string({ minLength: 1, maxLength: 8 }),
    position: fc.record({ x: fc.integer(), y: fc.integer() }),
    settings: fc.constantFrom({}, { all: [] }),
    disabled: fc.boolean(),
    note: fc.string(),
  },
  { requiredKeys: ['id', 'type', 'name', 'position', 'settings'] },
) as fc.Arbitrary<GraphNode>;
const simpleEdit = fc.oneof(
  fc.record({ kind: fc.constant('add_node' as const), node: anyNode }),
  fc.record({
    kind: fc.constant('remove_nodes' as const),
    ids: fc.uniqueArray(anyId, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('move' as const),
    positions: fc.array(fc.record({ id: anyId, x: fc.integer(), y: fc.integer() }), {
      maxLength: 3,
    }),
  }),
  fc.record({ kind: fc.constant('rename' as const), id: anyId, name: fc.string({ minLength: 1 }) }),
  fc.record({
    kind: fc.constant('set_settings' as const),
    id: anyId,
    settings: fc.constantFrom({ any: [] }, { url: 'https://a.example' }),
  }),
  fc.record({ kind: fc.constant('set_disabled' as const), id: anyId, disabled: fc.boolean() }),
  fc.record({
    kind: fc.constant('set_retry' as const),
    id: anyId,
    retry: fc.constant({ attempts: 2 }),
  }),
  fc.record(
    { kind: fc.constant('set_note' as const), id: anyId, note: fc.string() },
    { requiredKeys: ['kind', 'id'] },
  ),
  fc.record({
    kind: fc.constant('connect' as const),
    from: fc.record({ node: anyId, port: anyPort }),
    to: fc.record({ node: anyId, port: fc.constant('in') }),
  }),
  fc.record({
    kind: fc.constant('disconnect' as const),
    ids: fc.uniqueArray(fc.constantFrom('e1', 'e2', 'e3', 'e4'), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('insert_on_edge' as const),
    edgeId: fc.constantFrom('e1', 'e2', 'e3', 'e4', 'e5'),
    node: anyNode,
    input: fc.constant('in'),
    output: anyPort,
  }),
  fc.record(
    { kind: fc.constant('set_vars' as const), vars: fc.constant({ limit: 3 }) },
    { requiredKeys: ['kind'] },
  ),
  fc.record(
    {
      kind: fc.constant('set_notes' as const),
      notes: fc.constant([{ id: 'n', text: 'hello', position: { x: 1, y: 2 } }]),
    },
    { requiredKeys: ['kind'] },
  ),
) as fc.Arbitrary<Edit>;
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 5, arbitrary: simpleEdit },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('batch' as const),
      edits: fc.array(simpleEdit, { maxLength: 3 }),
    }),
  },
);
/** Cloned, since fast-check also makes objects without a prototype. */
const someEdits = fc
  .array(anyEdit, { minLength: 1, maxLength: 30 })
  .map((edits) => structuredClone(edits));

test('undo of any edit gives the same graph back, and undoing that the edited one', () => {
  fc.assert(
    fc.property(someEdits, (edits) => {
      let graph = chain;
      for (const edit of edits) {
        const before = structuredClone(graph);
        const result = applyEdit(graph, edit);
        expect(graph).toStrictEqual(before);
        if (!result.ok) continue;
        const undone = applied(result.value.graph, result.value.undo);
        expect(undone.graph).toStrictEqual(before);
        expect(applied(undone.graph, undone.undo).graph).toStrictEqual(result.value.graph);
        graph = result.value.graph;
      }
    }),
    { numRuns: 300 },
  );
});

test('no series of edits makes a graph with a cycle, a clashing id or a loose wire', () => {
  fc.assert(
    fc.property(someEdits, (edits) => {
      let graph = chain;
      for (const edit of edits) {
        const result = applyEdit(graph, edit);
        if (result.ok) graph = result.value.graph;
      }
      const topology = topologyOf(graph);
      expect(orderSteps(topology).cyclic).toEqual([]);
      expect(topology.nodes.size).toBe(graph.nodes.length);
      expect(new Set(graph.edges.map(({ id }) => id)).size).toBe(graph.edges.length);
      for (const { from, to } of graph.edges) {
        expect(topology.nodes.has(from.node) && topology.nodes.has(to.node)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
