import type { RunCommit, RunRow, StepRow } from '#lib/core/execution/run.ts';
import { int4Array, textArray, timestampArray, uuidArray } from './pg-array.ts';

const nil = '00000000-0000-0000-0000-000000000000';

/**
 * A batch of runs in one statement and one commit, every parameter a binary array, so that one
 * prepared statement serves every batch size.
 * `r` the runs; one that has ended keeps its end, and is missing from the answer.
 * `s` their steps, each the latest attempt.
 * `q` the outcomes of requests whose only run ended; `n` counts them (replays are not counted),
 * `d` releases the dedupe keys of those whose run failed.
 * Empty instead of null in arrays: 'epoch' for times, the nil UUID, ''.
 */
export const runCommitStatement = `
WITH r AS (
  INSERT INTO run AS t (id, workspace_id, workflow_id, version, trigger_node_id, request_id,
    endpoint_id, status, rerun, rerun_of, rerun_from, held, acted, counts, stub, started_at,
    finished_at, resume_at, error, late_answer)
  SELECT id, workspace_id, workflow_id, version, trigger_node_id, request_id, endpoint_id, status,
    rerun, NULLIF(rerun_of, '${nil}'), NULLIF(rerun_from, ''), held = 1, acted = 1, counts = 1, stub = 1,
    NULLIF(started_at, 'epoch'), NULLIF(finished_at, 'epoch'), NULLIF(resume_at, 'epoch'),
    error::json, late_answer::json
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int4[], $5::text[], $6::uuid[], $7::uuid[],
    $8::text[], $9::int4[], $10::uuid[], $11::text[], $12::int4[], $13::int4[], $14::int4[],
    $15::int4[], $16::timestamptz[], $17::timestamptz[], $18::timestamptz[], $19::text[], $20::text[])
    AS u(id, workspace_id, workflow_id, version, trigger_node_id, request_id, endpoint_id, status,
      rerun, rerun_of, rerun_from, held, acted, counts, stub, started_at, finished_at, resume_at,
      error, late_answer)
  ORDER BY id
  ON CONFLICT (id) DO UPDATE SET status = excluded.status, held = excluded.held,
    acted = excluded.acted, started_at = coalesce(t.started_at, excluded.started_at),
    finished_at = excluded.finished_at, resume_at = excluded.resume_at, error = excluded.error,
    late_answer = coalesce(excluded.late_answer, t.late_answer)
  WHERE t.finished_at IS NULL
  RETURNING id
), s AS (
  INSERT INTO run_step (run_id, seq, node_id, item, type, name, status, port, attempt, started_at,
    finished_at, resume_at, input, output, warnings, error)
  SELECT run_id, seq, node_id, item, type, name, status, NULLIF(port, ''), attempt, started_at,
    NULLIF(finished_at, 'epoch'), NULLIF(resume_at, 'epoch'), input, output, warnings, error
  FROM unnest($21::uuid[], $22::int4[], $23::text[], $24::int4[], $25::text[], $26::text[],
    $27::text[], $28::text[], $29::int4[], $30::timestamptz[], $31::timestamptz[],
    $32::timestamptz[], $33::text[], $34::text[], $35::text[], $36::text[])
    AS u(run_id, seq, node_id, item, type, name, status, port, attempt, started_at, finished_at,
      resume_at, input, output, warnings, error)
  ON CONFLICT (run_id, node_id, item) DO UPDATE SET seq = excluded.seq, status = excluded.status,
    port = excluded.port, attempt = excluded.attempt, finished_at = excluded.finished_at,
    resume_at = excluded.resume_at, input = excluded.input, output = excluded.output,
    warnings = excluded.warnings, error = excluded.error
), q AS (
  UPDATE inbound_request AS i SET outcome = u.what
  FROM unnest($37::uuid[], $38::text[], $39::int4[]) AS u(id, what, release)
  WHERE i.id = u.id AND i.id = ANY($37::uuid[]) AND i.outcome = 'waiting'
  RETURNING i.id, i.endpoint_id, i.received_at, i.replay_of, i.dedupe_key, u.what, u.release
), n AS (
  INSERT INTO endpoint_count AS t (endpoint_id, minute, shard, what, n)
  SELECT endpoint_id, date_trunc('minute', received_at), $40::int4, what, count(*)
  FROM q WHERE replay_of IS NULL GROUP BY 1, 2, 4 ORDER BY 1, 2, 4
  ON CONFLICT (endpoint_id, minute, what, shard) DO UPDATE SET n = t.n + excluded.n
), d AS (
  DELETE FROM dedupe_key k USING q
  WHERE q.release = 1 AND k.endpoint_id = q.endpoint_id AND k.key = q.dedupe_key
    AND k.request_id = q.id
)
SELECT id FROM r`;

export function runCommitParameters(batch: readonly RunCommit[], shard: number): unknown[] {
  const runs = batch.map((commit) => commit.run);
  const steps = batch.flatMap((commit) =>
    commit.steps.map((step) => ({ run: commit.run.id, step })),
  );
  return [...runParameters(runs), ...stepParameters(steps), ...outcomeParameters(batch), shard];
}

const flag = (value: boolean) => (value ? 1 : 0);
const jsonOrNull = (value: unknown) => (value === null ? null : JSON.stringify(value));

function runParameters(runs: readonly RunRow[]): Buffer[] {
  const uuids = (read: (run: RunRow) => string) => uuidArray(runs.map(read));
  const texts = (read: (run: RunRow) => string | null) => textArray(runs.map(read));
  const ints = (read: (run: RunRow) => number) => int4Array(runs.map(read));
  const times = (read: (run: RunRow) => number | null) =>
    timestampArray(runs.map((run) => read(run) ?? 0));
  return [
    uuids((run) => run.id),
    uuids((run) => run.workspaceId),
    uuids((run) => run.workflowId),
    ints((run) => run.version),
    texts((run) => run.triggerNodeId),
    uuids((run) => run.requestId),
    uuids((run) => run.endpointId),
    texts((run) => run.status),
    ints((run) => run.rerun),
    uuids((run) => run.rerunOf ?? nil),
    texts((run) => run.rerunFrom ?? ''),
    ints((run) => flag(run.held)),
    ints((run) => flag(run.acted)),
    ints((run) => flag(run.counts)),
    ints((run) => flag(run.stub)),
    times((run) => run.startedAt),
    times((run) => run.finishedAt),
    times((run) => run.resumeAt),
    texts((run) => jsonOrNull(run.error)),
    texts((run) => jsonOrNull(run.lateAnswer)),
  ];
}

type RunStep = { run: string; step: StepRow };

function stepParameters(steps: readonly RunStep[]): Buffer[] {
  const texts = (read: (step: StepRow) => string | null) =>
    textArray(steps.map(({ step }) => read(step)));
  const ints = (read: (step: StepRow) => number) => int4Array(steps.map(({ step }) => read(step)));
  const times = (read: (step: StepRow) => number | null) =>
    timestampArray(steps.map(({ step }) => read(step) ?? 0));
  return [
    uuidArray(steps.map(({ run }) => run)),
    ints((step) => step.seq),
    texts((step) => step.nodeId),
    ints((step) => step.item),
    texts((step) => step.type),
    texts((step) => step.name.replaceAll('\0', '\uFFFD')),
    texts((step) => step.status),
    texts((step) => step.port?.replaceAll('\0', '\uFFFD') ?? ''),
    ints((step) => step.attempt),
    times((step) => step.startedAt),
    times((step) => step.finishedAt),
    times((step) => step.resumeAt),
    texts((step) => jsonOrNull(step.input)),
    texts((step) => jsonOrNull(step.output)),
    texts((step) => (step.warnings.length === 0 ? null : JSON.stringify(step.warnings))),
    texts((step) => jsonOrNull(step.error)),
  ];
}

function outcomeParameters(batch: readonly RunCommit[]): Buffer[] {
  const ended = batch.flatMap(({ run, outcome }) =>
    outcome ? [{ id: run.requestId, ...outcome }] : [],
  );
  return [
    uuidArray(ended.map(({ id }) => id)),
    textArray(ended.map(({ what }) => what)),
    int4Array(ended.map(({ releaseKey }) => flag(releaseKey))),
  ];
}
