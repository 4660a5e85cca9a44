import type { Problem } from '#lib/core/errors.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { GraphDocument, GraphNode } from './document.ts';
import type { Applied, Edit } from './edit-kinds.ts';
import { disconnect, refusal, removeNodes, restore } from './edit-parts.ts';
import { connect, insertOnEdge } from './edit-wires.ts';

/**
 * The one function that changes a graph. The graph given stays as it is; what an edit doesn't touch
 * is shared. Fails with `invalid_graph` where the edit makes no sense here (a step that isn't there, an
 * id that is taken, a wire that would lead back).
 */
export function applyEdit(graph: GraphDocument, edit: Edit): Result<Applied, Problem> {
  switch (edit.kind) {
    case 'add_node':
      return addNode(graph, edit.node);
    case 'remove_nodes':
      return removeNodes(graph, edit.ids);
    case 'connect':
      return connect(graph, edit);
    case 'disconnect':
      return disconnect(graph, edit.ids);
    case 'insert_on_edge':
      return insertOnEdge(graph, edit);
    case 'restore':
      return restore(graph, edit);
    case 'set_notes':
      return setMember(graph, 'notes', edit.notes && [...edit.notes]);
    case 'set_vars':
      return setMember(graph, 'vars', edit.vars);
    case 'batch':
      return applyAll(graph, edit.edits);
    default:
      return changeNodes(graph, edit);
  }
}

function addNode(graph: GraphDocument, node: GraphNode): Result<Applied, Problem> {
  if (graph.nodes.some(({ id }) => id === node.id)) return refusal(`The id ${node.id} is taken.`);
  return ok({
    graph: { ...graph, nodes: [...graph.nodes, node] },
    undo: { kind: 'remove_nodes', ids: [node.id] },
  });
}

function applyAll(graph: GraphDocument, edits: readonly Edit[]): Result<Applied, Problem> {
  let current = graph;
  const undos: Edit[] = [];
  for (const edit of edits) {
    const applied = applyEdit(current, edit);
    if (!applied.ok) return applied;
    current = applied.value.graph;
    undos.unshift(applied.value.undo);
  }
  return ok({ graph: current, undo: { kind: 'batch', edits: undos } });
}

type NodeChange = Extract<
  Edit,
  {
    kind:
      | 'move'
      | 'rename'
      | 'set_settings'
      | 'set_disabled'
      | 'set_retry'
      | 'set_note'
      | 'put_nodes';
  }
>;

function changeNodes(graph: GraphDocument, edit: NodeChange): Result<Applied, Problem> {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const changed = new Map<string, GraphNode>();
  for (const { id, change } of nodeChanges(edit)) {
    const node = byId.get(id);
    if (!node) return err(missingStep(id));
    changed.set(id, change(changed.get(id) ?? node));
  }
  const before = graph.nodes.filter(({ id }) => changed.has(id));
  return ok({
    graph: { ...graph, nodes: graph.nodes.map((node) => changed.get(node.id) ?? node) },
    undo: { kind: 'put_nodes', nodes: before },
  });
}

function missingStep(id: string): Problem {
  return { code: 'invalid_graph', detail: `There is no step ${id}.` };
}

function nodeChanges(edit: NodeChange): { id: string; change: (node: GraphNode) => GraphNode }[] {
  switch (edit.kind) {
    case 'move':
      return edit.positions.map(({ id, x, y }) => ({
        id,
        change: (node) => ({ ...node, position: { x, y } }),
      }));
    case 'put_nodes':
      return edit.nodes.map((node) => ({ id: node.id, change: () => node }));
    case 'rename':
      return [{ id: edit.id, change: (node) => ({ ...node, name: edit.name }) }];
    case 'set_settings':
      return [{ id: edit.id, change: (node) => ({ ...node, settings: edit.settings }) }];
    case 'set_disabled':
      return [
        { id: edit.id, change: (node) => withMember(node, 'disabled', edit.disabled || undefined) },
      ];
    case 'set_retry':
      return [{ id: edit.id, change: (node) => withMember(node, 'retry', edit.retry) }];
    case 'set_note':
      return [{ id: edit.id, change: (node) => withMember(node, 'note', edit.note) }];
  }
}

/** An absent value takes the member away: a document has no members that are undefined. */
function withMember<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): T {
  const copy = { ...target };
  if (value === undefined) delete copy[key];
  else copy[key] = value;
  return copy;
}

function setMember(
  graph: GraphDocument,
  key: 'notes' | 'vars',
  value: GraphDocument['notes'] | GraphDocument['vars'],
): Result<Applied, Problem> {
  const undo: Edit =
    key === 'notes'
      ? { kind: 'set_notes', ...(graph.notes && { notes: graph.notes }) }
      : { kind: 'set_vars', ...(graph.vars && { vars: graph.vars }) };
  return ok({ graph: withMember(graph, key, value as GraphDocument[typeof key]), undo });
}
