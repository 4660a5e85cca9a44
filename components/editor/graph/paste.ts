import { type GraphDocument, type GraphNode, graphDocument } from '#lib/core/graph/document.ts';
import type { Edit } from '#lib/core/graph/edit-kinds.ts';
import { firstFree } from './add-step.ts';

/** Steps and the wires among them, as text for the clipboard: a graph document of their own. */
export function graphText(graph: GraphDocument, ids: ReadonlySet<string>): string {
  const part: GraphDocument = {
    schema: 1,
    nodes: graph.nodes.filter(({ id }) => ids.has(id)),
    edges: graph.edges.filter(({ from, to }) => ids.has(from.node) && ids.has(to.node)),
  };
  return JSON.stringify(part, null, 2);
}

/**
 * Puts copied steps beside their originals, under free ids. A copied trigger gets a URL of its own.
 * Null where the text is no graph, or an empty one.
 */
export function pasteEdit(
  graph: GraphDocument,
  text: string,
): { edit: Edit; ids: string[] } | null {
  const parsed = graphDocument.safeParse(jsonOf(text));
  if (!parsed.success || parsed.data.nodes.length === 0) return null;
  const taken = new Set(graph.nodes.map(({ id }) => id));
  const names = new Set(graph.nodes.map(({ name }) => name));
  const renamed = new Map<string, string>();
  const nodes = parsed.data.nodes.map((node) => {
    const id = firstFree(taken, node.id.slice(0, 34), '_');
    const name = firstFree(names, node.name.slice(0, 190), ' ');
    taken.add(id);
    names.add(name);
    renamed.set(node.id, id);
    return copied(node, id, name);
  });
  const edges = parsed.data.edges.flatMap(({ from, to }): Edit[] => {
    const source = renamed.get(from.node);
    const target = renamed.get(to.node);
    if (!source || !target) return [];
    return [
      {
        kind: 'connect',
        from: { node: source, port: from.port },
        to: { node: target, port: to.port },
      },
    ];
  });
  const added = nodes.map((node): Edit => ({ kind: 'add_node', node }));
  return { edit: { kind: 'batch', edits: [...added, ...edges] }, ids: nodes.map(({ id }) => id) };
}

function copied(node: GraphNode, id: string, name: string): GraphNode {
  const { endpointIds: _, ...rest } = node.settings;
  const settings = node.type === 'webhook' ? rest : node.settings;
  const position = { x: node.position.x + 40, y: node.position.y + 60 };
  return { ...node, id, name, position, settings };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
