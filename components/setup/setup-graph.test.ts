import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import { graphProblems } from '#lib/core/graph/validate.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';
import { readSetup, withAction, withFilter } from './setup-graph.ts';

const start: GraphDocument = {
  schema: 1,
  nodes: [{ id: 'hook', type: 'webhook', name: 'GitHub', position: { x: 40, y: 8 }, settings: {} }],
  edges: [],
};
const condition = { all: [{ left: '{{body.action}}', operator: 'equals', right: 'opened' }] };
const filter = { name: 'Only opened', settings: condition };
const call = {
  name: 'Call a URL',
  settings: { method: 'POST', url: 'https://desk.example', body: { type: 'none' } },
};

test('trigger, filter and call are wired in their order, and nothing is wrong with them', () => {
  const graph = withAction(withFilter(start, filter), call);
  expect(graph.nodes.map(({ id, position }) => [id, position.x])).toEqual([
    ['hook', 40],
    ['filter', 284],
    ['action', 528],
  ]);
  expect(graph.edges.map(({ from, to }) => [from.node, from.port, to.node])).toEqual([
    ['hook', 'out', 'filter'],
    ['filter', 'match', 'action'],
  ]);
  expect(graphProblems(graph, nodeDefinitions, { forPublish: true })).toEqual([]);
});

test('a filter that comes later goes between, and taking it out joins what was around it', () => {
  const direct = withAction(start, call);
  const filtered = withFilter(direct, filter);
  expect(filtered.edges.map(({ from, to }) => `${from.node}>${to.node}`)).toEqual([
    'hook>filter',
    'filter>action',
  ]);
  expect(withFilter(filtered, null)).toEqual(direct);
});

test('changing a step keeps its name and where it was moved to', () => {
  const built = withAction(start, call);
  const moved = {
    ...built,
    nodes: built.nodes.map((node) =>
      node.id === 'action' ? { ...node, name: 'Mine', position: { x: 900, y: 90 } } : node,
    ),
  };
  const again = withAction(moved, { ...call, settings: { ...call.settings, method: 'PUT' } });
  expect(again.nodes[1]).toMatchObject({
    name: 'Mine',
    position: { x: 900, y: 90 },
    settings: { method: 'PUT' },
  });
});

test('whatever is set and taken out, it stays a graph that the set-up reads back', () => {
  const edits = fc.constantFrom<(graph: GraphDocument) => GraphDocument>(
    (graph) => withFilter(graph, filter),
    (graph) => withFilter(graph, null),
    (graph) => withAction(graph, call),
  );
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 12 }), (steps) => {
      const graph = steps.reduce((at, edit) => edit(at), start);
      expect(readSetup(graph).kind).toBe('simple');
      expect(new Set(graph.edges.map(({ id }) => id)).size).toBe(graph.edges.length);
    }),
  );
});

test('what was built further on the canvas is left alone', () => {
  const built = withAction(start, call);
  const stop = { id: 'stop', type: 'stop', name: 'Stop', position: { x: 0, y: 0 }, settings: {} };
  const more = { ...built, nodes: [...built.nodes, stop] };
  expect(readSetup(more)).toMatchObject({ kind: 'other', trigger: { id: 'hook' } });
  expect(withFilter(more, filter)).toBe(more);
  expect(readSetup({ ...built, edges: [] }).kind).toBe('other');
  expect(readSetup({ schema: 1, nodes: [], edges: [] })).toEqual({ kind: 'other', trigger: null });
});
