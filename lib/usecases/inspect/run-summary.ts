type StoredRun<Status> = {
  id: string;
  workflowId: string;
  version: number;
  requestId: string;
  endpointId: string | null;
  triggerNodeId: string;
  status: Status;
  rerunOf: string | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  error: { code: string; message: string } | null;
};
export type RunSummaryView<Status> = Omit<StoredRun<Status>, 'startedAt' | 'finishedAt'> & {
  startedAt: string | null;
  finishedAt: string | null;
  ms: number | null;
};

/** A run as lists and live streams show it. */
export function runSummary<Status>(run: StoredRun<Status>): RunSummaryView<Status> {
  const { startedAt, finishedAt } = run;
  return {
    id: run.id,
    workflowId: run.workflowId,
    version: run.version,
    requestId: run.requestId,
    endpointId: run.endpointId,
    triggerNodeId: run.triggerNodeId,
    status: run.status,
    rerunOf: run.rerunOf,
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    ms: startedAt && finishedAt ? finishedAt.getTime() - startedAt.getTime() : null,
    error: run.error,
  };
}
