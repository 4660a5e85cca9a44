import { type GraphDocument, type GraphNode, graphDocument } from '#lib/core/graph/document.ts';
import type { Edit } from '#lib/core/graph/edit-kinds.ts';
import { isJsonObject, type Json } from '#lib/core/json.ts';

/** A workflow as a file: what `POST /api/v1/workflows` takes. */
export function exportText(name: string, graph: GraphDocument): string {
  return JSON.stringify({ name, graph }, null, 2);
}

/**
 * The edit that puts a file's graph in place of this one; null where the text holds none. Triggers
 * keep the URLs of steps with their id, others get new ones: a file may come from elsewhere.
 */
export function importEdit(graph: GraphDocument, text: string): Edit | null {
  const file = graphOf(text);
  if (!file) return null;
  const here = new Map(graph.nodes.map((node) => [node.id, node]));
  const nodes = file.nodes.map((node): Edit => {
    return { kind: 'add_node', node: withUrl(node, here.get(node.id)) };
  });
  const wires = file.edges.map(({ id, from, to }): Edit => ({ kind: 'connect', id, from, to }));
  return {
    kind: 'batch',
    edits: [
      { kind: 'remove_nodes', ids: graph.nodes.map(({ id }) => id) },
      ...nodes,
      ...wires,
      { kind: 'set_notes', ...(file.notes && { notes: file.notes }) },
      { kind: 'set_vars', ...(file.vars && { vars: file.vars }) },
    ],
  };
}

function graphOf(text: string): GraphDocument | null {
  let read: Json;
  try {
    read = JSON.parse(text) as Json;
  } catch {
    return null;
  }
  const parsed = graphDocument.safeParse(isJsonObject(read) && read.graph ? read.graph : read);
  return parsed.success ? parsed.data : null;
}

function withUrl(node: GraphNode, here: GraphNode | undefined): GraphNode {
  if (node.type !== 'webhook') return node;
  const { endpointIds: _, ...settings } = node.settings;
  const ids = here?.type === 'webhook' ? here.settings.endpointIds : undefined;
  return { ...node, settings: { ...settings, ...(ids !== undefined && { endpointIds: ids }) } };
}
