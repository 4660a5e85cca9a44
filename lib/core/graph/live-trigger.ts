import type { GraphDocument, GraphNode } from './document.ts';

/** One trigger of a live version listens to one endpoint. `responds`: the door waits for its answer. */
export type LiveTrigger = { endpointId: string; nodeId: string; responds: boolean };
export type Binding = { endpointId: string; nodeId: string };

export function webhookNodes(graph: GraphDocument): GraphNode[] {
  return graph.nodes.filter((node) => node.type === 'webhook');
}

/** The endpoints a trigger names itself; [] where it names none, or names them badly. */
export function endpointIdsOf(node: GraphNode): string[] {
  const ids = node.settings.endpointIds;
  if (!Array.isArray(ids)) return [];
  return ids.filter((id) => typeof id === 'string').map((id) => id.toLowerCase());
}

/**
 * Who listens to what once `graph` is live: the endpoints its triggers name and those bound to them
 * at run time. A disabled trigger listens to nothing.
 */
export function liveTriggers(graph: GraphDocument, bindings: readonly Binding[]): LiveTrigger[] {
  return webhookNodes(graph)
    .filter((node) => node.disabled !== true)
    .flatMap((node) => {
      const bound = bindings.filter(({ nodeId }) => nodeId === node.id);
      const ids = new Set([...endpointIdsOf(node), ...bound.map(({ endpointId }) => endpointId)]);
      const responds = reachesRespond(graph, node.id);
      return [...ids].map((endpointId) => ({ endpointId, nodeId: node.id, responds }));
    });
}

function reachesRespond(graph: GraphDocument, from: string): boolean {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const seen = new Set([from]);
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = nodes.get(id);
    if (node?.type === 'respond' && node.disabled !== true) return true;
    for (const edge of graph.edges) {
      if (edge.from.node !== id || seen.has(edge.to.node)) continue;
      seen.add(edge.to.node);
      open.push(edge.to.node);
    }
  }
  return false;
}
