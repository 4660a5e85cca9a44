import type { GraphDocument } from '#lib/core/graph/document.ts';

/** The endpoints that the server minted for triggers come into the graph; all else stays. */
export function fillEndpointIds(graph: GraphDocument, saved: GraphDocument): GraphDocument {
  const filled = new Map(saved.nodes.map(({ id, settings }) => [id, settings.endpointIds]));
  let changed = false;
  const nodes = graph.nodes.map((node) => {
    const ids = filled.get(node.id);
    if (node.type !== 'webhook' || node.settings.endpointIds !== undefined || ids === undefined) {
      return node;
    }
    changed = true;
    return { ...node, settings: { ...node.settings, endpointIds: ids } };
  });
  return changed ? { ...graph, nodes } : graph;
}
