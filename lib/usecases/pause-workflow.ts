import { problem } from '#lib/core/errors.ts';
import { err, ok, type Result } from '#lib/core/result.ts';

export type PauseDeps = {
  holds: {
    setPaused(workspaceId: string, workflowId: string, paused: boolean): Promise<boolean>;
    /** Undefined where the workspace has no such workflow. */
    resume(workspaceId: string, workflowId: string): Promise<number | undefined>;
    discard(workflowId: string): Promise<number>;
  };
  nudge(): void;
};

export type WorkflowRef = { workspaceId: string; workflowId: string };

const noWorkflow = problem('not_found', 'There is no such workflow in this workspace.');

/** From here on new requests wait, runs under way finish, timers are held. */
export async function pauseWorkflow(deps: PauseDeps, input: WorkflowRef): Promise<Result<null>> {
  const found = await deps.holds.setPaused(input.workspaceId, input.workflowId, true);
  return found ? ok(null) : err(noWorkflow);
}

/**
 * What waited runs, oldest first, on the version that is live now, or is cancelled with `discard`.
 * Answers how many runs that were.
 */
export async function resumeWorkflow(
  deps: PauseDeps,
  input: WorkflowRef & { discard?: boolean | undefined },
): Promise<Result<{ released: number; discarded: number }>> {
  const { workspaceId, workflowId } = input;
  if (input.discard) {
    // While it is still paused: what is to be discarded must not be released by another node's look.
    const owned = await deps.holds.setPaused(workspaceId, workflowId, true);
    if (!owned) return err(noWorkflow);
  }
  const discarded = input.discard ? await deps.holds.discard(workflowId) : 0;
  const released = await deps.holds.resume(workspaceId, workflowId);
  if (released === undefined) return err(noWorkflow);
  if (released > 0) deps.nudge();
  return ok({ released, discarded });
}
