import type { RunDetail, RunSurroundings } from './run-types.ts';

export type HeldBack = {
  filter: { nodeId: string; name: string };
  /** The steps right behind it, where the request may be sent on all the same. */
  next: { nodeId: string; name: string }[];
};

/** The filter that ended a run, null where none did or nothing stands behind it. */
export function heldBack(
  run: Pick<RunDetail, 'status' | 'steps'>,
  { nodes, edges }: Pick<RunSurroundings, 'nodes' | 'edges'>,
): HeldBack | null {
  if (run.status !== 'filtered') return null;
  const filter = run.steps.findLast((step) => step.type === 'filter' && step.status === 'filtered');
  if (!filter) return null;
  const wired = edges.filter(({ from, port }) => from === filter.nodeId && port === 'match');
  const next = nodes
    .filter(({ id }) => wired.some(({ to }) => to === id))
    .map(({ id, name }) => ({ nodeId: id, name }));
  return next.length > 0 ? { filter, next } : null;
}
