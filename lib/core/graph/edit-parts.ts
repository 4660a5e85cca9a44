import type { Problem } from '#lib/core/errors.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { GraphDocument, GraphEdge, GraphNode } from './document.ts';
import type { Applied, Edit, Placed } from './edit-kinds.ts';

export function refusal(detail: string): Result<never, Problem> {
  return err({ code: 'invalid_graph', detail });
}

export function removeNodes(
  graph: GraphDocument,
  ids: readonly string[],
): Result<Applied, Problem> {
  const gone = new Set(ids);
  const nodes = takeOut(graph.nodes, ({ id }) => gone.has(id));
  if (nodes.taken.length !== gone.size) return refusal('One of these steps is not there any more.');
  const edges = takeOut(graph.edges, ({ from, to }) => gone.has(from.node) || gone.has(to.node));
  return ok({
    graph: { ...graph, nodes: nodes.left, edges: edges.left },
    undo: { kind: 'restore', nodes: nodes.taken, edges: edges.taken },
  });
}

export function disconnect(graph: GraphDocument, ids: readonly string[]): Result<Applied, Problem> {
  const gone = new Set(ids);
  const edges = takeOut(graph.edges, ({ id }) => gone.has(id));
  if (edges.taken.length !== gone.size) return refusal('One of these wires is not there any more.');
  return ok({
    graph: { ...graph, edges: edges.left },
    undo: { kind: 'restore', nodes: [], edges: edges.taken },
  });
}

export function restore(
  graph: GraphDocument,
  edit: { nodes: readonly Placed<GraphNode>[]; edges: readonly Placed<GraphEdge>[] },
): Result<Applied, Problem> {
  const nodes = putBack(graph.nodes, edit.nodes);
  const edges = putBack(graph.edges, edit.edges);
  if (!nodes || !edges) return refusal('What was removed came back already.');
  const undo: Edit = {
    kind: 'batch',
    edits: [
      { kind: 'disconnect', ids: edit.edges.map(({ item }) => item.id) },
      { kind: 'remove_nodes', ids: edit.nodes.map(({ item }) => item.id) },
    ],
  };
  return ok({ graph: { ...graph, nodes, edges }, undo });
}

function takeOut<T>(
  items: readonly T[],
  goes: (item: T) => boolean,
): { left: T[]; taken: Placed<T>[] } {
  const left: T[] = [];
  const taken: Placed<T>[] = [];
  for (const [index, item] of items.entries()) {
    if (goes(item)) taken.push({ index, item });
    else left.push(item);
  }
  return { left, taken };
}

/** Undefined where an id is there already. Indexes are those of the list that comes out. */
function putBack<T extends { id: string }>(
  items: readonly T[],
  placed: readonly Placed<T>[],
): T[] | undefined {
  const ids = new Set(items.map(({ id }) => id));
  if (placed.some(({ item }) => ids.has(item.id))) return undefined;
  const all = [...items];
  for (const { index, item } of placed) all.splice(index, 0, item);
  return all;
}
