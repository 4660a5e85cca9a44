import type { GraphDocument, GraphEdge, GraphNode } from './document.ts';
import { definitionOf, type NodeDefinitions } from './node-type.ts';

/** A graph's wires by step. Edges that name a missing step are left out. */
export type Topology = {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly incoming: ReadonlyMap<string, readonly GraphEdge[]>;
  readonly outgoing: ReadonlyMap<string, readonly GraphEdge[]>;
};

/** Of steps that share an id the first counts. */
export function topologyOf(graph: GraphDocument): Topology {
  const nodes = new Map<string, GraphNode>();
  for (const node of graph.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
  const incoming = new Map<string, GraphEdge[]>();
  const outgoing = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges) {
    if (!nodes.has(edge.from.node) || !nodes.has(edge.to.node)) continue;
    append(outgoing, edge.from.node, edge);
    append(incoming, edge.to.node, edge);
  }
  return { nodes, incoming, outgoing };
}

function append(map: Map<string, GraphEdge[]>, key: string, edge: GraphEdge): void {
  const list = map.get(key);
  if (list) list.push(edge);
  else map.set(key, [edge]);
}

/**
 * Every step after all that lead to it, ties in document order. `cyclic` holds the steps that lie on
 * a cycle or after one; they are not in `order`.
 */
export function orderSteps(topology: Topology): { order: string[]; cyclic: string[] } {
  const waiting = new Map<string, number>();
  for (const id of topology.nodes.keys()) waiting.set(id, topology.incoming.get(id)?.length ?? 0);
  const order = [...waiting].filter(([, edges]) => edges === 0).map(([id]) => id);
  for (const id of order) {
    for (const edge of topology.outgoing.get(id) ?? []) {
      const left = (waiting.get(edge.to.node) ?? 0) - 1;
      waiting.set(edge.to.node, left);
      if (left === 0) order.push(edge.to.node);
    }
  }
  const done = new Set(order);
  return { order, cyclic: [...topology.nodes.keys()].filter((id) => !done.has(id)) };
}

/** The steps that wires lead to from here, without the start itself unless a cycle comes back. */
export function reachableFrom(topology: Topology, start: string): Set<string> {
  return walk(start, (id) => (topology.outgoing.get(id) ?? []).map((edge) => edge.to.node));
}

/** The steps that lead here: those whose output this step's templates may name. */
export function upstreamOf(topology: Topology, start: string): Set<string> {
  return walk(start, (id) => (topology.incoming.get(id) ?? []).map((edge) => edge.from.node));
}

function walk(start: string, next: (id: string) => string[]): Set<string> {
  const seen = new Set<string>();
  const waiting = next(start);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...next(id));
  }
  return seen;
}

/** The ports a step ends through, read off its settings. Empty for a type nobody knows. */
export function outputPorts(node: GraphNode, definitions: NodeDefinitions): readonly string[] {
  return definitionOf(definitions, node.type)?.outputs(node.settings) ?? [];
}

/**
 * The steps that a run starting here can come to: a disabled step passes on through its first port
 * alone. Holds disabled steps too, and not the start.
 */
function runnableFrom(
  topology: Topology,
  start: string,
  definitions: NodeDefinitions,
): Set<string> {
  return walk(start, (id) => {
    const edges = topology.outgoing.get(id) ?? [];
    const node = topology.nodes.get(id);
    if (!node?.disabled) return edges.map((edge) => edge.to.node);
    const [first] = outputPorts(node, definitions);
    return edges.filter((edge) => edge.from.port === first).map((edge) => edge.to.node);
  });
}

/** A trigger that can start runs. */
export type LiveTrigger = {
  node: GraphNode;
  /** True where a run of it may answer the sender, so that the door waits for that. */
  answersSender: boolean;
};

/** In document order, disabled ones left out: what publishing puts live. */
export function liveTriggers(graph: GraphDocument, definitions: NodeDefinitions): LiveTrigger[] {
  const topology = topologyOf(graph);
  const answers = (id: string) => {
    const node = topology.nodes.get(id);
    if (!node || node.disabled) return false;
    return definitionOf(definitions, node.type)?.answersSender === true;
  };
  return [...topology.nodes.values()]
    .filter((node) => isTrigger(node, definitions) && !node.disabled)
    .map((node) => ({
      node,
      answersSender: [...runnableFrom(topology, node.id, definitions)].some(answers),
    }));
}

export function isTrigger(node: GraphNode, definitions: NodeDefinitions): boolean {
  return definitionOf(definitions, node.type)?.kind === 'trigger';
}
