import type { RunRow } from '#lib/core/execution/run.ts';
import { runIdFor } from '#lib/core/ids.ts';

type Named =
  | 'workspaceId'
  | 'workflowId'
  | 'version'
  | 'triggerNodeId'
  | 'requestId'
  | 'endpointId'
  | 'held'
  | 'counts';

/** A run that has not started: its id follows from what makes it this run. */
export function queuedRun(
  named: Pick<RunRow, Named>,
  again: Partial<Pick<RunRow, 'rerun' | 'rerunOf' | 'rerunFrom' | 'stub'>> = {},
): RunRow {
  const { requestId, workflowId, triggerNodeId } = named;
  const rerun = again.rerun ?? 0;
  return {
    ...named,
    id: runIdFor({ requestId, workflowId, triggerNodeId, rerun }),
    status: 'queued',
    rerun,
    rerunOf: again.rerunOf ?? null,
    rerunFrom: again.rerunFrom ?? null,
    stub: again.stub ?? false,
    acted: false,
    startedAt: null,
    finishedAt: null,
    resumeAt: null,
    error: null,
    lateAnswer: null,
  };
}
