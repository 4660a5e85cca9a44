import type { GraphDocument, PortRef } from '#lib/core/graph/document.ts';
import { applyEdit } from '#lib/core/graph/edit.ts';
import { structureProblems } from '#lib/core/graph/structure-problems.ts';
import { topologyOf } from '#lib/core/graph/topology.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';

/** Why these two can't be joined, in words; null where they can. */
export function wireProblem(graph: GraphDocument, from: PortRef, to: PortRef): string | null {
  const applied = applyEdit(graph, { kind: 'connect', id: 'wire-to-try', from, to });
  if (!applied.ok) return applied.error.detail;
  const next = applied.value.graph;
  const found = structureProblems(next, topologyOf(next), nodeDefinitions).find(
    ({ field }) => field === 'edges.wire-to-try',
  );
  return found?.message ?? null;
}
