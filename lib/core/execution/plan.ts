import type { GraphDocument, GraphNode } from '#lib/core/graph/document.ts';
import { definitionOf, type NodeDefinitions, type NodeKind } from '#lib/core/graph/node-type.ts';
import { orderSteps, reachableFrom, type Topology, topologyOf } from '#lib/core/graph/topology.ts';
import type { JsonObject } from '#lib/core/json.ts';
import { type RetryPolicy, retryPolicy } from './retry.ts';

export type PlanNode = {
  node: GraphNode;
  kind: NodeKind;
  effect: boolean;
  /** Parsed; null where they don't fit the type: the step then fails and says so. */
  settings: unknown;
  retry: RetryPolicy;
  /** The port by which a disabled step passes on what reaches it. */
  firstPort: string;
  incoming: readonly { from: string; port: string }[];
  /** Output ports that an edge leaves from. */
  wiredPorts: ReadonlySet<string>;
};

/** A version's graph, made ready once for all its runs. */
export type ExecutionPlan = {
  nodes: ReadonlyMap<string, PlanNode>;
  /** Sources before targets. Nodes on a cycle are left out: they never run. */
  order: readonly PlanNode[];
  vars: JsonObject;
  topology: Topology;
};

export function compilePlan(graph: GraphDocument, definitions: NodeDefinitions): ExecutionPlan {
  const topology = topologyOf(graph);
  const nodes = new Map<string, PlanNode>();
  for (const node of topology.nodes.values()) {
    nodes.set(node.id, planNode(node, topology, definitions));
  }
  const order = orderSteps(topology).order.flatMap((id) => nodes.get(id) ?? []);
  return { nodes, order, vars: graph.vars ?? {}, topology };
}

function planNode(node: GraphNode, topology: Topology, definitions: NodeDefinitions): PlanNode {
  const definition = definitionOf(definitions, node.type);
  const parsed = definition?.settings.safeParse(node.settings);
  const incoming = topology.incoming.get(node.id) ?? [];
  const outgoing = topology.outgoing.get(node.id) ?? [];
  return {
    node,
    kind: definition?.kind ?? 'action',
    effect: definition?.effect ?? false,
    settings: parsed?.success ? parsed.data : null,
    retry: retryPolicy(node.retry, definition?.defaultAttempts ?? 1),
    firstPort: definition?.outputs(node.settings)[0] ?? 'out',
    incoming: incoming.map((edge) => ({ from: edge.from.node, port: edge.from.port })),
    wiredPorts: new Set(outgoing.map((edge) => edge.from.port)),
  };
}

/** Everything that runs after a node, the node included: what a rerun from it runs anew. */
export function fromNodeOn(plan: ExecutionPlan, nodeId: string): Set<string> {
  return reachableFrom(plan.topology, nodeId).add(nodeId);
}
