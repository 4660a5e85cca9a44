import type { GraphDocument, GraphEdge, GraphNode } from '#lib/core/graph/document.ts';
import { endpointIdsOf } from '#lib/core/graph/live-trigger.ts';
import type { JsonObject } from '#lib/core/json.ts';

type Parts = { trigger: GraphNode; filter: GraphNode | null; action: GraphNode | null };

/**
 * The three steps the set-up makes: a trigger, maybe a filter, maybe a call. A graph of any other
 * shape was built on the canvas, and is left to it.
 */
export type SetupGraph =
  | ({ kind: 'simple' } & Parts)
  | { kind: 'other'; trigger: GraphNode | null };

export type NewStep = { name: string; settings: JsonObject };

const apart = 244;

export function readSetup(graph: GraphDocument): SetupGraph {
  const trigger = graph.nodes.find(({ type }) => type === 'webhook');
  if (!trigger) return { kind: 'other', trigger: null };
  const filter = graph.nodes.find(({ type }) => type === 'filter') ?? null;
  const action = graph.nodes.find(({ type }) => type === 'http_request') ?? null;
  const parts = { trigger, filter, action };
  return isPlain(graph, parts) ? { kind: 'simple', ...parts } : { kind: 'other', trigger };
}

/** With the filter's conditions; null takes it out and joins what was around it. */
export function withFilter(graph: GraphDocument, step: NewStep | null): GraphDocument {
  const setup = readSetup(graph);
  if (setup.kind === 'other') return graph;
  const filter = step && merged(setup.filter, { ...step, id: 'filter', type: 'filter' });
  return rebuilt(graph, { ...setup, filter });
}

/** Starting for these events only; for every event where there are none. */
export function withEvents(graph: GraphDocument, events: readonly string[]): GraphDocument {
  const setup = readSetup(graph);
  if (setup.kind === 'other') return graph;
  const settings = { ...setup.trigger.settings, events: [...events] };
  const nodes = graph.nodes.map((node) =>
    node.id === setup.trigger.id ? { ...node, settings } : node,
  );
  return { ...graph, nodes };
}

/** With the call's settings. */
export function withAction(graph: GraphDocument, step: NewStep): GraphDocument {
  const setup = readSetup(graph);
  if (setup.kind === 'other') return graph;
  const action = merged(setup.action, { ...step, id: 'action', type: 'http_request' });
  return rebuilt(graph, { ...setup, action });
}

/** A step that is there keeps its id, name and place. */
function merged(there: GraphNode | null, step: NewStep & { id: string; type: string }): GraphNode {
  if (there) return { ...there, settings: step.settings };
  return { ...step, position: { x: 0, y: 0 } };
}

function isPlain(graph: GraphDocument, parts: Parts): boolean {
  const nodes = present(parts);
  const wires = wiresOf(parts);
  return (
    graph.nodes.length === nodes.length &&
    graph.edges.length === wires.length &&
    endpointIdsOf(parts.trigger).length <= 1 &&
    nodes.every(({ disabled }) => disabled !== true) &&
    wires.every((wire) => graph.edges.some((edge) => isSameWire(edge, wire)))
  );
}

function rebuilt(graph: GraphDocument, parts: Parts): GraphDocument {
  const { x, y } = parts.trigger.position;
  const nodes = present(parts);
  const known = new Set(graph.nodes.map(({ id }) => id));
  const stays = nodes.length === graph.nodes.length && nodes.every(({ id }) => known.has(id));
  const placed = nodes.map((node, at) =>
    stays || at === 0 ? node : { ...node, position: { x: x + at * apart, y } },
  );
  const edges = wiresOf(parts).map(
    (wire) => graph.edges.find((edge) => isSameWire(edge, wire)) ?? wire,
  );
  return { ...graph, nodes: placed, edges };
}

function present({ trigger, filter, action }: Parts): GraphNode[] {
  return [trigger, filter, action].filter((node) => node !== null);
}

function wiresOf({ trigger, filter, action }: Parts): GraphEdge[] {
  const first = filter ?? action;
  const wires = first ? [wire(trigger, 'out', first)] : [];
  return filter && action ? [...wires, wire(filter, 'match', action)] : wires;
}

function wire(from: GraphNode, port: string, to: GraphNode): GraphEdge {
  return {
    id: `${from.id}_${to.id}`.slice(0, 60),
    from: { node: from.id, port },
    to: { node: to.id, port: 'in' },
  };
}

function isSameWire(one: GraphEdge, other: GraphEdge): boolean {
  return (
    one.from.node === other.from.node &&
    one.from.port === other.from.port &&
    one.to.node === other.to.node &&
    one.to.port === other.to.port
  );
}
