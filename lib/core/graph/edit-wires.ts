import type { Problem } from '#lib/core/errors.ts';
import { ok, type Result } from '#lib/core/result.ts';
import type { GraphDocument, GraphEdge, GraphNode, PortRef } from './document.ts';
import type { Applied } from './edit-kinds.ts';
import { refusal } from './edit-parts.ts';
import { cycleMessage, pairKey } from './structure-problems.ts';
import { reachableFrom, topologyOf } from './topology.ts';

export function connect(
  graph: GraphDocument,
  edit: { id?: string; from: PortRef; to: PortRef },
): Result<Applied, Problem> {
  const { from, to } = edit;
  const id = edit.id ?? freeEdgeId(graph.edges);
  const topology = topologyOf(graph);
  const source = topology.nodes.get(from.node);
  if (!source) return refusal(`There is no step ${from.node}.`);
  if (!topology.nodes.has(to.node)) return refusal(`There is no step ${to.node}.`);
  if (graph.edges.some((edge) => edge.id === id)) return refusal(`The wire id ${id} is taken.`);
  const key = pairKey(from, to);
  if (graph.edges.some((edge) => pairKey(edge.from, edge.to) === key)) {
    return refusal('These two are connected already.');
  }
  if (from.node === to.node || reachableFrom(topology, to.node).has(from.node)) {
    return refusal(cycleMessage(source.name));
  }
  return ok({
    graph: { ...graph, edges: [...graph.edges, { id, from, to }] },
    undo: { kind: 'disconnect', ids: [id] },
  });
}

export function insertOnEdge(
  graph: GraphDocument,
  edit: { edgeId: string; node: GraphNode; input: string; output: string },
): Result<Applied, Problem> {
  const { edgeId, node, input, output } = edit;
  const index = graph.edges.findIndex(({ id }) => id === edgeId);
  const edge = graph.edges[index];
  if (!edge) return refusal('This wire is not there any more.');
  if (graph.nodes.some(({ id }) => id === node.id)) return refusal(`The id ${node.id} is taken.`);
  const before = {
    id: freeEdgeId(graph.edges),
    from: edge.from,
    to: { node: node.id, port: input },
  };
  const after = {
    id: freeEdgeId([...graph.edges, before]),
    from: { node: node.id, port: output },
    to: edge.to,
  };
  return ok({
    graph: {
      ...graph,
      nodes: [...graph.nodes, node],
      edges: [...graph.edges.toSpliced(index, 1), before, after],
    },
    undo: {
      kind: 'batch',
      edits: [
        { kind: 'remove_nodes', ids: [node.id] },
        { kind: 'restore', nodes: [], edges: [{ index, item: edge }] },
      ],
    },
  });
}

function freeEdgeId(edges: readonly GraphEdge[]): string {
  const taken = new Set(edges.map(({ id }) => id));
  let number = edges.length + 1;
  while (taken.has(`e${number}`)) number += 1;
  return `e${number}`;
}
