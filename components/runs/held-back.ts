import type { RunDetail, RunSurroundings } from './run-types.ts';

export type HeldBack = {
  filter: { nodeId: string; name: string };
  /** The steps right behind it, where the request may be sent on all the same. */
  next: { nodeId: string; name: string }[];
};

type EndedRun = Pick<RunDetail, 'status' | 'steps'>;

/** Whether a filter can be why a run, or a part of it, went no further: one that failed has another reason. */
export function mayHoldBack(status: RunDetail['status']): boolean {
  return status === 'filtered' || status === 'succeeded';
}

/** The filters that let a run, or a part of it, go no further. Other steps may have acted before them. */
export function stoppingFilters({ status, steps }: EndedRun): RunDetail['steps'] {
  if (!mayHoldBack(status)) return [];
  return steps.filter((step) => step.type === 'filter' && step.status === 'filtered');
}

/** The last filter with something behind it that wasn't sent since, null where there is none. */
export function heldBack(
  run: EndedRun,
  { nodes, edges }: Pick<RunSurroundings, 'nodes' | 'edges'>,
): HeldBack | null {
  const ran = new Set(run.steps.map(({ nodeId }) => nodeId));
  for (const filter of stoppingFilters(run).toReversed()) {
    const wired = edges.filter(({ from, port }) => from === filter.nodeId && port === 'match');
    const next = nodes
      .filter(({ id }) => !ran.has(id) && wired.some(({ to }) => to === id))
      .map(({ id, name }) => ({ nodeId: id, name }));
    if (next.length > 0) return { filter, next };
  }
  return null;
}
