import type { GraphDocument, GraphNode } from './document.ts';
import type { NodeDefinitions } from './node-type.ts';
import { liveTriggers } from './topology.ts';

/** One trigger of a live version listens to one endpoint. `responds`: the door waits for its answer. */
export type Listener = { endpointId: string; nodeId: string; responds: boolean };
/** Made at run time, apart from the graph. */
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
 * Who listens to what once `graph` is live: its triggers, to the endpoints they name and to those
 * bound to them.
 */
export function listenersOf(
  graph: GraphDocument,
  bindings: readonly Binding[],
  definitions: NodeDefinitions,
): Listener[] {
  return liveTriggers(graph, definitions).flatMap(({ node, answersSender }) => {
    const bound = bindings.filter(({ nodeId }) => nodeId === node.id);
    const ids = new Set([...endpointIdsOf(node), ...bound.map(({ endpointId }) => endpointId)]);
    return [...ids].map((endpointId) => ({
      endpointId,
      nodeId: node.id,
      responds: answersSender,
    }));
  });
}

/** Endpoints whose listeners differ: the door must see those anew. */
export function movedEndpoints(before: readonly Listener[], after: readonly Listener[]): string[] {
  const key = (listener: Listener) =>
    `${listener.endpointId} ${listener.nodeId} ${listener.responds}`;
  const old = new Set(before.map(key));
  const now = new Set(after.map(key));
  const moved = [
    ...before.filter((listener) => !now.has(key(listener))),
    ...after.filter((listener) => !old.has(key(listener))),
  ];
  return [...new Set(moved.map(({ endpointId }) => endpointId))];
}
