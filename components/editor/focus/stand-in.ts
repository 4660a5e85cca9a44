import { stepOrder } from '#components/editor/canvas/flow-elements.ts';
import type { GraphDocument } from '#lib/core/graph/document.ts';

/**
 * Which step stands in for one that is gone: the one before it along the wires as they were, else the
 * one after it. Null where none is left.
 */
export function standIn(id: string, was: GraphDocument, now: GraphDocument): string | null {
  const left = new Set(now.nodes.map((node) => node.id));
  const order = stepOrder(was);
  const at = order.indexOf(id);
  const before = order.slice(0, Math.max(at, 0)).reverse();
  const after = order.slice(at + 1);
  return [...before, ...after].find((one) => left.has(one)) ?? null;
}
