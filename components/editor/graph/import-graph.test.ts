import { expect, test } from 'vitest';
import type { GraphDocument, GraphNode } from '#lib/core/graph/document.ts';
import { applyEdit } from '#lib/core/graph/edit.ts';
import { exportText, importEdit } from './import-graph.ts';

const step = (id: string, type: string, settings: GraphNode['settings'] = {}): GraphNode => ({
  ...{ id, type, name: id, position: { x: 0, y: 0 }, settings },
});
const here: GraphDocument = {
  schema: 1,
  nodes: [step('hook', 'webhook', { endpointIds: ['ours'] }), step('old', 'filter')],
  edges: [],
};
const file: GraphDocument = {
  schema: 1,
  nodes: [
    step('hook', 'webhook', { endpointIds: ['theirs'] }),
    step('second', 'webhook', { endpointIds: ['other'] }),
    step('stop', 'stop'),
  ],
  edges: [{ id: 'e1', from: { node: 'hook', port: 'out' }, to: { node: 'stop', port: 'in' } }],
  notes: [{ id: 'n1', text: 'Ask Jo', position: { x: 0, y: 0 } }],
};

test('a file takes the graph’s place, triggers keep their own URLs, and undo brings all back', () => {
  const edit = importEdit(here, exportText('Any name', file));
  if (!edit) throw new Error('It is a graph.');
  const applied = applyEdit(here, edit);
  if (!applied.ok) throw new Error(applied.error.detail);
  const { graph, undo } = applied.value;
  expect(graph.nodes.map(({ settings }) => settings)).toEqual([{ endpointIds: ['ours'] }, {}, {}]);
  expect([graph.edges, graph.notes]).toEqual([file.edges, file.notes]);
  const back = applyEdit(graph, undo);
  expect(back.ok && back.value.graph).toEqual(here);
});

test('what is no graph changes nothing', () => {
  for (const text of ['', 'hello', '{}', '[1]', '{"graph":{"nodes":3}}', '{"graph":null}']) {
    expect(importEdit(here, text)).toBeNull();
  }
});
