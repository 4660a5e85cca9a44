import type { Json } from '#lib/core/json.ts';
import type { StepRecord } from './next-steps.ts';
import type { Answer } from './types.ts';

export type RunStatus =
  | 'queued'
  | 'running'
  | 'waiting'
  | 'succeeded'
  | 'failed'
  | 'filtered'
  | 'cancelled';

export type CodedMessage = { code: string; message: string };

/** A run as it is stored. Times are Unix milliseconds. */
export type RunRow = {
  id: string;
  workspaceId: string;
  workflowId: string;
  /** 0: the draft, as a test runs it. */
  version: number;
  triggerNodeId: string;
  requestId: string;
  endpointId: string;
  status: RunStatus;
  rerun: number;
  rerunOf: string | null;
  rerunFrom: string | null;
  /** Its workflow is paused. */
  held: boolean;
  /** An action was reached. */
  acted: boolean;
  /** Part of the stats: not for replays, reruns and tests. */
  counts: boolean;
  /** A test that only pretends its effects. */
  stub: boolean;
  startedAt: number | null;
  finishedAt: number | null;
  resumeAt: number | null;
  error: CodedMessage | null;
  lateAnswer: Answer | null;
};

/** A step as it is stored: the latest attempt at one node. */
export type StepRow = StepRecord & {
  nodeId: string;
  item: number;
  /** The order in which steps ended. */
  seq: number;
  type: string;
  name: string;
  startedAt: number;
  finishedAt: number | null;
  input: Json;
  output: Json;
  warnings: readonly string[];
  error: CodedMessage | null;
};

/** Whether what a request's runs came to counts as "ran". */
export function outcomeOf(runs: readonly Pick<RunRow, 'acted' | 'status'>[]): 'ran' | 'filtered' {
  return runs.some((run) => run.acted || run.status === 'failed') ? 'ran' : 'filtered';
}

/** Only a delivery whose runs all failed may come again. */
export function releasesKey(runs: readonly Pick<RunRow, 'status'>[]): boolean {
  return runs.length > 0 && runs.every((run) => run.status === 'failed');
}

/** What goes to the database in one commit for one run. */
export type RunCommit = {
  run: RunRow;
  steps: readonly StepRow[];
  /** Set where this was the request's only run and has ended: its outcome shares the commit. */
  outcome: { what: 'ran' | 'filtered'; releaseKey: boolean } | null;
};
