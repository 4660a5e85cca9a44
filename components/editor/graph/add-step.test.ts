import { expect, test } from 'vitest';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import { applyEdit } from '#lib/core/graph/edit.ts';
import { type NodeType, nodeDefinitions } from '#lib/nodes/definitions.ts';
import type { AddTarget } from '../store/view.ts';
import { addStepEdit } from './add-step.ts';
import { graphText, pasteEdit } from './paste.ts';
import { wireProblem } from './wire-problem.ts';

const step = (id: string, type: string, x: number) => ({
  ...{ id, type, name: id, settings: {} },
  position: { x, y: 0 },
});
const graph: GraphDocument = {
  schema: 1,
  nodes: [step('hook', 'webhook', 0), step('check', 'filter', 244)],
  edges: [{ id: 'e1', from: { node: 'hook', port: 'out' }, to: { node: 'check', port: 'in' } }],
};

function added(type: NodeType, target: AddTarget): GraphDocument {
  const result = applyEdit(
    graph,
    addStepEdit(graph, { type, name: nodeDefinitions[type].label, target }).edit,
  );
  if (!result.ok) throw new Error(result.error.detail);
  return result.value.graph;
}
const wires = ({ edges }: GraphDocument) =>
  edges.map(({ from, to }) => `${from.node}.${from.port}>${to.node}`);

test('a step added after one that leads nowhere is joined to its first port', () => {
  const next = added('http_request', { kind: 'after', nodeId: 'check' });
  expect(wires(next)).toEqual(['hook.out>check', 'check.match>http_request']);
});

test('a step added after one that leads on goes in between', () => {
  const next = added('filter', { kind: 'after', nodeId: 'hook' });
  expect(wires(next)).toEqual(['hook.out>filter', 'filter.match>check']);
  expect(next.nodes[2]?.name).toBe('Filter');
});

test('a step put into a short wire moves what follows in the same edit, so one Undo takes both back', () => {
  const { edit } = addStepEdit(graph, {
    ...{ type: 'delay', name: 'Delay' },
    target: { kind: 'edge', edgeId: 'e1', at: { x: 150, y: 4 } },
  });
  const result = applyEdit(graph, edit);
  if (!result.ok) throw new Error(result.error.detail);
  const at = result.value.graph.nodes.map(({ id, position: { x, y } }) => [id, x, y]);
  expect(at).toEqual([
    ['hook', 0, 0],
    ['check', 488, 0],
    ['delay', 244, 0],
  ]);
  const back = applyEdit(result.value.graph, result.value.undo);
  expect(back.ok && back.value.graph).toEqual(graph);
});

test('a step that ends the run cannot stand in a wire, so it becomes a branch', () => {
  expect(wires(added('stop', { kind: 'edge', edgeId: 'e1' }))).toEqual([
    'hook.out>check',
    'hook.out>stop',
  ]);
});

test('a new step covers none that is there', () => {
  const next = added('stop', { kind: 'after', nodeId: 'hook' });
  expect(next.nodes[2]?.position).toEqual({ x: 244, y: 112 });
});

test('a bad wire is refused in words', () => {
  const from = { node: 'check', port: 'match' };
  expect(wireProblem(graph, from, { node: 'check', port: 'in' })).toContain('lead back to itself');
  const wire = graph.edges[0] ?? { from, to: from };
  expect(wireProblem(graph, wire.from, wire.to)).toBe('These two are connected already.');
  expect(wireProblem({ ...graph, edges: [] }, wire.from, wire.to)).toBeNull();
});

test('a wire into a trigger is refused as such, even where it would lead back too', () => {
  const [from, to] = [
    { node: 'check', port: 'match' },
    { node: 'hook', port: 'in' },
  ];
  for (const edges of [graph.edges, []]) {
    expect(wireProblem({ ...graph, edges }, from, to)).toBe(
      '“hook” starts the workflow, so nothing can lead to it.',
    );
  }
});

test('copied steps come back with ids, names and URLs of their own, wires among them too', () => {
  const [hook, check] = graph.nodes;
  const withUrl = {
    ...graph,
    nodes: [
      { ...step('hook', 'webhook', 0), settings: { endpointIds: ['an id'] } },
      check ?? step('', '', 0),
    ],
  };
  expect(hook).toBeDefined();
  const paste = pasteEdit(withUrl, graphText(withUrl, new Set(['hook', 'check'])));
  const result = applyEdit(withUrl, paste?.edit ?? { kind: 'batch', edits: [] });
  const next = result.ok ? result.value.graph : graph;
  expect(paste?.ids).toEqual(['hook_2', 'check_2']);
  expect(next.nodes[2]?.settings).toEqual({});
  expect(wires(next)).toEqual(['hook.out>check', 'hook_2.out>check_2']);
});

test('text that is no graph pastes nothing', () => {
  for (const text of ['', 'hello', '{}', '{"schema":1,"nodes":[],"edges":[]}']) {
    expect(pasteEdit(graph, text)).toBeNull();
  }
});
