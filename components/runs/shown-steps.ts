import type { RunDetail, RunStep, RunSurroundings } from './run-types.ts';

/** A row of the waterfall: a step that ran, runs, or was not reached. */
export type ShownStep = {
  nodeId: string;
  name: string;
  type: string;
  /** As the run says it; `not_reached` once the run has ended without it, else `not_yet`. */
  status: string;
  step: RunStep | null;
  /** It ended in an earlier run, of which this is a rerun from a later step. */
  kept: boolean;
};

/**
 * The run's steps in the order they came, then those of its version that it didn't come to. Other
 * triggers are left out: their requests make runs of their own. `told`: what live notices said since.
 */
export function shownSteps(
  run: Pick<RunDetail, 'steps' | 'startedAt' | 'finishedAt'>,
  nodes: RunSurroundings['nodes'],
  told: ReadonlyMap<string, string>,
): ShownStep[] {
  const ran = run.steps.map((step) => ({
    ...{ nodeId: step.nodeId, name: step.name, type: step.type, step },
    status: run.finishedAt === null ? (told.get(step.nodeId) ?? step.status) : step.status,
    kept: isKept(step, run.startedAt),
  }));
  const known = new Set(run.steps.map(({ nodeId }) => nodeId));
  const rest = run.finishedAt === null ? 'not_yet' : 'not_reached';
  const others = nodes
    .filter(({ id, type }) => !known.has(id) && type !== 'webhook')
    .map(({ id, name, type }) => ({
      ...{ nodeId: id, name, type, step: null, kept: false },
      status: run.finishedAt === null ? (told.get(id) ?? rest) : rest,
    }));
  return [...ran, ...others.sort((a, b) => order(a.status) - order(b.status))];
}

function isKept({ finishedAt }: RunStep, runStart: string | null): boolean {
  return finishedAt != null && runStart !== null && Date.parse(finishedAt) < Date.parse(runStart);
}

function order(status: string): number {
  return status === 'running' ? 0 : 1;
}
