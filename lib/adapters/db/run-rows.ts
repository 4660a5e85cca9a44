import type { RunRow, RunStatus, StepRow } from '#lib/core/execution/run.ts';
import type { Json } from '#lib/core/json.ts';

/** Columns of a run, for `rowToRun`. `prefix` names the table's alias. */
export function runColumns(prefix: string): string {
  return [
    'id workspace_id workflow_id version trigger_node_id request_id endpoint_id status rerun rerun_of',
    'rerun_from held acted counts stub started_at finished_at resume_at error late_answer',
  ]
    .join(' ')
    .split(' ')
    .map((column) => `${prefix}.${column}`)
    .join(', ');
}

export type RunRecord = {
  id: string;
  workspace_id: string;
  workflow_id: string;
  version: number;
  trigger_node_id: string;
  request_id: string;
  endpoint_id: string;
  status: string;
  rerun: number;
  rerun_of: string | null;
  rerun_from: string | null;
  held: boolean;
  acted: boolean;
  counts: boolean;
  stub: boolean;
  started_at: Date | null;
  finished_at: Date | null;
  resume_at: Date | null;
  error: RunRow['error'];
  late_answer: RunRow['lateAnswer'];
};

export function rowToRun(row: RunRecord): RunRow {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    workflowId: row.workflow_id,
    version: row.version,
    triggerNodeId: row.trigger_node_id,
    requestId: row.request_id,
    endpointId: row.endpoint_id,
    status: row.status as RunStatus,
    rerun: row.rerun,
    rerunOf: row.rerun_of,
    rerunFrom: row.rerun_from,
    held: row.held,
    acted: row.acted,
    counts: row.counts,
    stub: row.stub,
    startedAt: row.started_at?.getTime() ?? null,
    finishedAt: row.finished_at?.getTime() ?? null,
    resumeAt: row.resume_at?.getTime() ?? null,
    error: row.error,
    lateAnswer: row.late_answer,
  };
}

export type StepDbRow = {
  run_id: string;
  seq: number;
  node_id: string;
  item: number;
  type: string;
  name: string;
  status: string;
  port: string | null;
  attempt: number;
  started_at: Date;
  finished_at: Date | null;
  resume_at: Date | null;
  input: string | null;
  output: string | null;
  warnings: string | null;
  error: string | null;
};

export function rowToStep(row: StepDbRow): StepRow {
  return {
    nodeId: row.node_id,
    item: row.item,
    seq: row.seq,
    type: row.type,
    name: row.name,
    status: row.status as StepRow['status'],
    port: row.port,
    attempt: row.attempt,
    startedAt: row.started_at.getTime(),
    finishedAt: row.finished_at?.getTime() ?? null,
    resumeAt: row.resume_at?.getTime() ?? null,
    input: parsed(row.input),
    output: parsed(row.output),
    warnings: row.warnings === null ? [] : (JSON.parse(row.warnings) as string[]),
    error: row.error === null ? null : (JSON.parse(row.error) as StepRow['error']),
  };
}

function parsed(text: string | null): Json {
  return text === null ? null : (JSON.parse(text) as Json);
}
