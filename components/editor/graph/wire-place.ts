import type { GraphDocument, GraphNode } from '#lib/core/graph/document.ts';
import { reachableFrom, topologyOf } from '#lib/core/graph/topology.ts';
import { stepShape, stepWidth, wiredErrorPorts } from './step-shape.ts';

export type Point = { x: number; y: number };
type Box = Point & { id: string; height: number };
export type Wire = { from: GraphNode; to: GraphNode };
export type WirePlace = { position: Point; moves: { id: string; x: number; y: number }[] };

/** From the left edge of one step to that of the next. */
export const columnWidth = 244;
const aside = 20;
const below = 16;
const rowStep = 28;
/** Nearer than that the wire runs down or back, and room to the right is of no use. */
const forward = columnWidth / 2;

/**
 * Where a new step stands between the two ends of a wire: where it was let go, else midway. Where they
 * are too close, what follows makes room to the right, and pushes along what would lie below it.
 */
export function placeOnWire(
  graph: GraphDocument,
  node: GraphNode,
  { from, to, at }: Wire & { at?: Point | undefined },
): WirePlace {
  const apart = to.position.x - from.position.x;
  const left = from.position.x + columnWidth;
  const middle = (from.position.y + to.position.y) / 2;
  if (apart >= 2 * columnWidth) {
    const x = at ? clamp(at.x, left, to.position.x - columnWidth) : from.position.x + apart / 2;
    return { position: nearestFree(boxes(graph), node, [{ x, y: at?.y ?? middle }]), moves: [] };
  }
  if (apart < forward) {
    const x = from.position.x + apart / 2;
    return { position: nearestFree(boxes(graph), node, [at ?? { x, y: middle }]), moves: [] };
  }
  const shifted = pushed(graph, to, 2 * columnWidth - apart);
  const moves = shifted.flatMap(({ box: { id, x, y }, moved }) => (moved ? [{ id, x, y }] : []));
  const rows = [middle, to.position.y, from.position.y].map((y) => ({ x: left, y }));
  return {
    position: nearestFree(
      shifted.map(({ box }) => box),
      node,
      rows,
    ),
    moves,
  };
}

type Pushed = { box: Box; moved: boolean };

/** What follows the wire goes to the right, and so does whatever it would come to lie upon. */
function pushed(graph: GraphDocument, to: GraphNode, by: number): Pushed[] {
  const following = reachableFrom(topologyOf(graph), to.id).add(to.id);
  let all: Pushed[] = boxes(graph).map((box) => {
    const moves = following.has(box.id) && box.x >= to.position.x;
    return moves ? { box: { ...box, x: box.x + by }, moved: true } : { box, moved: false };
  });
  for (;;) {
    const moved = all.filter((one) => one.moved);
    const hit = new Set(
      all.filter((one) => !one.moved && moved.some(({ box }) => overlap(box, one.box))),
    );
    if (hit.size === 0) return all;
    all = all.map((one) =>
      hit.has(one) ? { box: { ...one.box, x: one.box.x + by }, moved: true } : one,
    );
  }
}

/** The first of the places wanted that is free, else the free one nearest to the first. */
function nearestFree(taken: readonly Box[], node: GraphNode, wanted: readonly Point[]): Point {
  const { height } = stepShape(node, { showError: false, hasFoot: true });
  const isFree = (at: Point) => !taken.some((box) => overlap(box, { ...at, height }));
  const first = wanted[0] ?? node.position;
  const free = wanted.find(isFree);
  if (free) return rounded(free);
  for (let away = rowStep; ; away += rowStep) {
    const beside = [first.y + away, first.y - away].map((y) => ({ x: first.x, y }));
    const found = beside.find(isFree);
    if (found) return rounded(found);
  }
}

function boxes(graph: GraphDocument): Box[] {
  const errors = wiredErrorPorts(graph);
  return graph.nodes.map((node) => {
    const { height } = stepShape(node, { showError: errors.has(node.id), hasFoot: true });
    return { id: node.id, ...node.position, height };
  });
}

function overlap(one: Point & { height: number }, other: Point & { height: number }): boolean {
  return (
    Math.abs(one.x - other.x) < stepWidth + aside &&
    one.y < other.y + other.height + below &&
    other.y < one.y + one.height + below
  );
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

export function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}
