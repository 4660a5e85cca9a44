import type { GraphDocument, PortRef } from '#lib/core/graph/document.ts';
import { applyEdit } from '#lib/core/graph/edit.ts';
import { edgeProblems } from '#lib/core/graph/structure-problems.ts';
import { topologyOf } from '#lib/core/graph/topology.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';

/** Why these two can't be joined, in words; null where they can. */
export function wireProblem(graph: GraphDocument, from: PortRef, to: PortRef): string | null {
  const wire = { id: 'wire-to-try', from, to };
  // That nothing can lead to a trigger says more than that it would lead back.
  const [wrong] = edgeProblems(wire, topologyOf(graph), nodeDefinitions);
  if (wrong) return wrong.message;
  const applied = applyEdit(graph, { kind: 'connect', ...wire });
  return applied.ok ? null : applied.error.detail;
}
