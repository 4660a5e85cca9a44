import type { RunRow, StepRow } from '#lib/core/execution/run.ts';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import type { LoadedRequest, ScopeEndpoint } from '#lib/core/request/scope.ts';
import type { VersionRef } from './plan-cache.ts';

/** A trigger of a live version that listens to an endpoint. */
export type ListeningTrigger = VersionRef & {
  endpoint: ScopeEndpoint;
  workflowName: string;
  nodeId: string;
  paused: boolean;
  responds: boolean;
};

export type LoadedRun = {
  run: RunRow;
  steps: StepRow[];
  workflowName: string;
  paused: boolean;
  endpoint: ScopeEndpoint;
};

/** What work reads when it starts: never what was true when it was queued. */
export type WorkSource = {
  requests(ids: readonly string[]): Promise<LoadedRequest[]>;
  triggersOfRequests(ids: readonly string[]): Promise<ListeningTrigger[]>;
  graph(ref: VersionRef): Promise<GraphDocument | undefined>;
  runs(ids: readonly string[]): Promise<LoadedRun[]>;
  runIdsOf(requestId: string): Promise<string[]>;
};
