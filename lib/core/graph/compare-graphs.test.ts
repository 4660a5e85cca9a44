import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareGraphs, countChanges } from './compare-graphs.ts';
import type { GraphDocument, GraphNode } from './document.ts';
import { applyEdit } from './edit.ts';
import { takeBackEdit } from './take-back.ts';

const step = (id: string, more: Partial<GraphNode> = {}): GraphNode => ({
  ...{ id, type: 'filter', name: id, position: { x: 0, y: 0 }, settings: {} },
  ...more,
});
const wire = (from: string, to: string, port = 'match') => ({
  id: `${from}-${port}-${to}`,
  from: { node: from, port },
  to: { node: to, port: 'in' },
});
const graph = (nodes: GraphNode[], edges: GraphDocument['edges'] = []): GraphDocument => ({
  ...{ schema: 1 as const, nodes, edges },
});

test('a step that was only moved, or a wire drawn again, is no change', () => {
  const before = graph([step('a'), step('b')], [wire('a', 'b')]);
  const after = graph(
    [step('a', { position: { x: 90, y: 4 } }), step('b')],
    [{ ...wire('a', 'b'), id: 'other' }],
  );
  expect(countChanges(compareGraphs(before, after))).toBe(0);
});

test('a condition that was put in between shows as one, and as a whole', () => {
  const row = (left: string) => ({ left, operator: 'equals', right: 1 });
  const before = graph([step('a', { settings: { all: [row('x'), row('z')] } })]);
  const after = graph([step('a', { settings: { all: [row('x'), row('y'), row('z')] } })]);
  expect(compareGraphs(before, after).steps).toEqual([
    {
      kind: 'changed',
      id: 'a',
      node: after.nodes[0],
      fields: [{ field: 'settings.all.1', after: row('y') }],
    },
  ]);
});

test('where a port leads is a change of the step it belongs to', () => {
  const before = graph([step('a'), step('b')], [wire('a', 'b', 'otherwise')]);
  const after = graph([step('a'), step('c')], [wire('a', 'c', 'otherwise')]);
  expect(
    compareGraphs(before, after).steps.map(({ kind, id, fields }) => [kind, id, fields]),
  ).toEqual([
    ['changed', 'a', [{ field: 'wires.otherwise', before: ['b'], after: ['c'] }]],
    ['added', 'c', []],
    ['removed', 'b', []],
  ]);
});

test('notes and variables count, each by its name', () => {
  const before = { ...graph([]), vars: { team: 'a' } };
  const note = { id: 'n', text: 'Ask Jo', position: { x: 0, y: 0 } };
  const after = { ...graph([]), vars: { team: 'b' }, notes: [note] };
  const { notes, vars } = compareGraphs(before, after);
  expect(notes).toEqual([{ field: 'n', after: 'Ask Jo' }]);
  expect(vars).toEqual([{ field: 'team', before: 'a', after: 'b' }]);
});

const ids = ['a', 'b', 'c', 'd', 'e'];
const settings = fc.dictionary(fc.constantFrom('url', 'all', 'x'), fc.jsonValue({ maxDepth: 3 }), {
  maxKeys: 3,
});
const someStep = (id: string) =>
  fc
    .record({
      settings,
      name: fc.constantFrom(id, 'Other'),
      x: fc.integer({ min: 0, max: 500 }),
      disabled: fc.constantFrom(undefined, true),
    })
    .map(({ x, disabled, ...rest }) =>
      step(id, { ...rest, position: { x, y: 0 }, ...(disabled && { disabled }) } as never),
    );
/** Wires lead from earlier letters to later ones, so that no mixture of two graphs has a cycle. */
const someGraph = fc
  .tuple(fc.subarray(ids), fc.infiniteStream(fc.boolean()), fc.tuple(...ids.map(someStep)))
  .map(([present, draws, steps]) => {
    const edges = present.flatMap((from, at) =>
      present
        .slice(at + 1)
        .flatMap((to) =>
          ['match', 'otherwise'].flatMap((port) =>
            draws.next().value ? [wire(from, to, port)] : [],
          ),
        ),
    );
    return graph(
      steps.filter(({ id }) => present.includes(id)),
      edges,
    );
  });

test('a graph compared with itself has no changes', () => {
  fc.assert(
    fc.property(someGraph, (one) => {
      expect(countChanges(compareGraphs(one, structuredClone(one)))).toBe(0);
    }),
  );
});

test('no change found means that both run alike', () => {
  const meaning = ({ nodes }: GraphDocument) =>
    nodes.map(({ position: _, ...node }) => node).sort((a, b) => a.id.localeCompare(b.id));
  fc.assert(
    fc.property(someGraph, settings, (one, changed) => {
      const nodes = one.nodes.map((node, at) => (at === 0 ? { ...node, settings: changed } : node));
      const other = { ...one, nodes } as GraphDocument;
      fc.pre(countChanges(compareGraphs(one, other)) === 0);
      expect(meaning(JSON.parse(JSON.stringify(other)))).toEqual(
        meaning(JSON.parse(JSON.stringify(one))),
      );
    }),
  );
});

test('nothing goes on instead of everything: an empty list by another name is a change', () => {
  const before = graph([step('a', { settings: { all: [] } })]);
  const after = graph([step('a', { settings: { any: [] } })]);
  expect(compareGraphs(before, after).steps[0]?.fields).toEqual([
    { field: 'settings.any', after: [] },
    { field: 'settings.all', before: [] },
  ]);
});

test('what is added one way is removed the other way, and the same steps changed', () => {
  fc.assert(
    fc.property(someGraph, someGraph, (one, other) => {
      const flip = { added: 'removed', removed: 'added', changed: 'changed' };
      const there = compareGraphs(one, other).steps.map(({ id, kind }) => `${id} ${flip[kind]}`);
      const back = compareGraphs(other, one).steps.map(({ id, kind }) => `${id} ${kind}`);
      expect(there.sort()).toEqual(back.sort());
    }),
  );
});

test('taking back every change gives the graph before, whatever lies where', () => {
  fc.assert(
    fc.property(someGraph, someGraph, (before, after) => {
      const order = { removed: 0, changed: 1, added: 2 };
      const { steps } = compareGraphs(before, after);
      let now = after;
      for (const change of steps.toSorted((a, b) => order[a.kind] - order[b.kind])) {
        const applied = applyEdit(now, takeBackEdit(before, now, change));
        if (!applied.ok) throw new Error(applied.error.detail);
        now = applied.value.graph;
      }
      expect(compareGraphs(before, now).steps).toEqual([]);
    }),
  );
});
