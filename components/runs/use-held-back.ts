import type { GraphDocument } from '#lib/core/graph/document.ts';
import { useRead } from '../api/use-read.ts';
import { type HeldBack, heldBack, mayHoldBack, stoppingFilters } from './held-back.ts';
import type { RunDetail } from './run-types.ts';

/** What a filter of this run held back, and its workflow still has; null while that isn't known. */
export function useHeldBack(run: Pick<RunDetail, 'id' | 'status'>): HeldBack | null {
  const { data } = useRead<RunDetail>(
    mayHoldBack(run.status) ? `/api/v1/runs/${run.id}#${run.status}` : null,
  );
  const wanted = data !== undefined && stoppingFilters(data).length > 0;
  const { data: ran } = useRead<{ graph: GraphDocument }>(wanted ? graphPath(data) : null);
  if (!data || !ran) return null;
  const edges = ran.graph.edges.map(({ from, to }) => ({
    ...{ from: from.node, port: from.port, to: to.node },
  }));
  return heldBack(data, { nodes: ran.graph.nodes, edges });
}

function graphPath({ workflowId, version }: RunDetail): string {
  const path = `/api/v1/workflows/${workflowId}`;
  return version === 0 ? path : `${path}/versions/${version}`;
}
