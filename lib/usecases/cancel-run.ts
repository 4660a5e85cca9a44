import type { RunRow } from '#lib/core/execution/run.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { noRun } from './rerun-run.ts';

export type CancelDeps = {
  runs: { get(workspaceId: string, id: string): Promise<{ run: RunRow } | undefined> };
  intake: { cancel(workspaceId: string, runId: string): Promise<boolean> };
  /** Every process ends the run's step, if it runs it. */
  announce(runId: string): void;
};

/** Ends a run that hasn't ended; one that has stays as it is. Fails with `not_found`. */
export async function cancelRun(
  deps: CancelDeps,
  input: { workspaceId: string; runId: string },
): Promise<Result<RunRow>> {
  const { workspaceId, runId } = input;
  const before = await deps.runs.get(workspaceId, runId);
  if (!before) return err(noRun);
  if (before.run.finishedAt === null) {
    await deps.intake.cancel(workspaceId, runId);
    deps.announce(runId);
  }
  const after = await deps.runs.get(workspaceId, runId);
  return after ? ok(after.run) : err(noRun);
}
