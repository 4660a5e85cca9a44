import type { AddTarget } from '#components/editor/store/view.ts';
import type { GraphDocument, GraphNode, PortRef } from '#lib/core/graph/document.ts';
import type { Edit } from '#lib/core/graph/edit-kinds.ts';
import { definitionOf } from '#lib/core/graph/node-type.ts';
import { outputPorts } from '#lib/core/graph/topology.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';
import { columnWidth, type Point, placeOnWire, rounded } from './wire-place.ts';

const stepApart: Point = { x: columnWidth, y: 112 };

/** `name`: what a step of its type is called, before a number is needed. */
export type NewStep = { type: string; name: string; target: AddTarget };

/** A new step of a type, joined as `target` says. The id is that of the step the edit adds. */
export function addStepEdit(
  graph: GraphDocument,
  { type, name, target }: NewStep,
): { edit: Edit; id: string } {
  const node = newStep(graph, { type, name });
  return { edit: placed(graph, node, target), id: node.id };
}

function placed(graph: GraphDocument, node: GraphNode, target: AddTarget): Edit {
  switch (target.kind) {
    case 'edge':
      return intoWire(graph, node, target);
    case 'after':
      return afterStep(graph, node, target);
    case 'at':
      return joined({ ...node, position: rounded(target.at) }, target.from);
  }
}

function afterStep(
  graph: GraphDocument,
  node: GraphNode,
  target: { nodeId: string; port?: string },
): Edit {
  const source = graph.nodes.find(({ id }) => id === target.nodeId);
  const port = target.port ?? (source && outputPorts(source, nodeDefinitions)[0]);
  if (!source) return { kind: 'add_node', node };
  const position = freePlace(graph, {
    x: source.position.x + stepApart.x,
    y: source.position.y,
  });
  if (!port) return { kind: 'add_node', node: { ...node, position } };
  const wires = graph.edges.filter(({ from }) => from.node === source.id && from.port === port);
  const [wire] = wires;
  // The one wire that is there leads through the new step; a fork stays one.
  if (wire && wires.length === 1 && canStandBetween(node))
    return intoWire(graph, node, { edgeId: wire.id });
  return joined({ ...node, position }, { node: source.id, port });
}

function intoWire(
  graph: GraphDocument,
  node: GraphNode,
  { edgeId, at }: { edgeId: string; at?: Point },
): Edit {
  const edge = graph.edges.find(({ id }) => id === edgeId);
  const from = graph.nodes.find(({ id }) => id === edge?.from.node);
  const to = graph.nodes.find(({ id }) => id === edge?.to.node);
  if (!edge || !from || !to) return { kind: 'add_node', node };
  if (!canStandBetween(node)) {
    const position = freePlace(graph, { x: from.position.x + stepApart.x, y: from.position.y });
    return joined({ ...node, position }, edge.from);
  }
  const { position, moves } = placeOnWire(graph, node, { from, to, at });
  const output = outputPorts(node, nodeDefinitions)[0] ?? 'ok';
  const insert = { edgeId, node: { ...node, position }, input: 'in', output };
  const edits: Edit[] = [
    { kind: 'move', positions: moves },
    { kind: 'insert_on_edge', ...insert },
  ];
  return { kind: 'batch', edits };
}

function canStandBetween(node: GraphNode): boolean {
  return hasInput(node.type) && outputPorts(node, nodeDefinitions).length > 0;
}

function joined(node: GraphNode, from: PortRef | undefined): Edit {
  const add: Edit = { kind: 'add_node', node };
  if (!from || !hasInput(node.type)) return add;
  const connect: Edit = { kind: 'connect', from, to: { node: node.id, port: 'in' } };
  return { kind: 'batch', edits: [add, connect] };
}

function hasInput(type: string): boolean {
  return (definitionOf(nodeDefinitions, type)?.inputs.length ?? 0) > 0;
}

function newStep(graph: GraphDocument, { type, name }: Omit<NewStep, 'target'>): GraphNode {
  const definition = definitionOf(nodeDefinitions, type);
  const ids = new Set(graph.nodes.map(({ id }) => id));
  const names = new Set(graph.nodes.map(({ name }) => name));
  return {
    id: firstFree(ids, type.slice(0, 30), '_'),
    type,
    name: firstFree(names, name, ' '),
    position: { x: 0, y: 0 },
    settings: structuredClone(definition?.defaults ?? {}),
  };
}

/** `filter`, `filter_2`, `filter_3`. */
export function firstFree(taken: ReadonlySet<string>, base: string, joint: string): string {
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}${joint}${number}`)) number += 1;
  return `${base}${joint}${number}`;
}

/** Below what stands there already. */
export function freePlace(graph: GraphDocument, wanted: Point): Point {
  const place = rounded(wanted);
  const isTaken = () =>
    graph.nodes.some(
      ({ position: { x, y } }) =>
        Math.abs(x - place.x) < stepApart.x - 40 && Math.abs(y - place.y) < stepApart.y - 16,
    );
  while (isTaken()) place.y += stepApart.y;
  return place;
}
