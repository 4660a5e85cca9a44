import type { RunRow, StepRow } from '#lib/core/execution/run.ts';
import { uuidFloor, uuidTime } from '#lib/core/ids.ts';
import type { ParseState } from '#lib/core/request/inbound-request.ts';
import type { StoredRequest } from '#lib/core/request/scope.ts';
import { inTransaction, type Pool, type Queryable } from './pool.ts';
import { clean } from './request-flush.ts';
import type { RequestSettler } from './request-settler.ts';
import { runCommitParameters, runCommitStatement } from './run-commit-sql.ts';

/** A request that people made, from a stored one or from nothing. Its signature is nobody's. */
export type MadeRequest = StoredRequest & {
  outcome: 'waiting' | 'captured' | 'filtered';
  parse: ParseState;
  edited: boolean;
};

/** Runs that people start, and how they end them. Each hand-over is an outbox row of the same commit. */
export class RunIntake {
  readonly #pool: Pool;
  readonly #settler: RequestSettler;

  constructor(pool: Pool, settler: RequestSettler) {
    this.#pool = pool;
    this.#settler = settler;
  }

  /** The request, where it is new, and its runs, in one commit. Held runs wait for a resume. */
  async start(input: NewRuns): Promise<void> {
    await inTransaction(this.#pool, (client) => insertRuns(client, input));
  }

  /**
   * One more run of a request by a trigger: `build` is told its number. Two at once get two numbers:
   * the second waits for the first.
   */
  startAgain(
    of: Pick<RunRow, 'requestId' | 'workflowId' | 'triggerNodeId'>,
    build: (rerun: number) => { run: RunRow; steps: readonly StepRow[]; request?: MadeRequest },
  ): Promise<RunRow> {
    return inTransaction(this.#pool, async (client) => {
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [of.requestId]);
      const { run, steps, request } = build(await nextRerun(client, of));
      await insertRuns(client, { runs: [run], steps, ...(request && { request }) });
      return run;
    });
  }

  /** False where the run has ended or isn't there. The step that runs is ended by a notice. */
  cancel(workspaceId: string, runId: string): Promise<boolean> {
    return inTransaction(this.#pool, async (client) => {
      const { rows } = await client.query<{ request_id: string }>(
        `WITH r AS (
           UPDATE run SET status = 'cancelled', finished_at = now(), resume_at = NULL, held = false
           WHERE id = $1 AND workspace_id = $2 AND finished_at IS NULL RETURNING id, request_id
         ), s AS (
           UPDATE run_step SET status = 'cancelled', finished_at = now(), resume_at = NULL
           FROM r WHERE run_id = r.id AND run_step.status = 'waiting'
         )
         SELECT request_id FROM r`,
        [runId, workspaceId],
      );
      return rows[0]?.request_id;
    }).then(async (requestId) => {
      if (requestId === undefined) return false;
      await this.#settler.settle(requestId);
      return true;
    });
  }
}

type NewRuns = {
  request?: MadeRequest;
  runs: readonly RunRow[];
  steps?: readonly StepRow[];
};

async function insertRuns(client: Queryable, { request, runs, steps = [] }: NewRuns) {
  if (request) await insertRequest(client, request);
  const commits = runs.map((run) => ({ run, steps, outcome: null }));
  if (commits.length > 0) await client.query(runCommitStatement, runCommitParameters(commits, 0));
  const free = runs.filter((run) => !run.held);
  await client.query(
    `INSERT INTO outbox (kind, ref, workspace_id) SELECT 'run', id, workspace_id
     FROM unnest($1::uuid[], $2::uuid[]) AS u(id, workspace_id)`,
    [free.map((run) => run.id), free.map((run) => run.workspaceId)],
  );
}

/** 0 is the run that the request itself started; reruns and tests count up from there. */
async function nextRerun(
  client: Queryable,
  of: Pick<RunRow, 'requestId' | 'workflowId' | 'triggerNodeId'>,
): Promise<number> {
  const ms = uuidTime(of.requestId);
  const { rows } = await client.query<{ next: number }>(
    `SELECT coalesce(max(rerun), 0) + 1 AS next FROM run
     WHERE id >= $2 AND id < $3 AND request_id = $1 AND workflow_id = $4 AND trigger_node_id = $5`,
    [of.requestId, uuidFloor(ms), uuidFloor(ms + 1), of.workflowId, of.triggerNodeId],
  );
  return rows[0]?.next ?? 1;
}

async function insertRequest(client: Queryable, request: MadeRequest): Promise<void> {
  await client.query(
    `WITH r AS (
       INSERT INTO inbound_request (id, endpoint_id, workspace_id, received_at, verdict, outcome,
         method, path, query, content_type, body_size, ip, verification, event_type, event_id, parse,
         answer_status, answer_ms, replay_of, edited, hop)
       VALUES ($1, $2, $3, $4, 'accepted', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 202, 0,
         $16, $17, $18)
     )
     INSERT INTO request_content (id, headers, body) VALUES ($1, $19, $20)`,
    [
      request.id,
      request.endpointId,
      request.workspaceId,
      new Date(request.receivedAt),
      request.outcome,
      request.method,
      clean(request.path),
      clean(request.query),
      clean(request.contentType),
      request.body.byteLength,
      request.ip,
      '{"status":"not_checked","scheme":"none","detail":"Made by people, not received."}',
      clean(request.eventType),
      clean(request.eventId),
      request.parse,
      request.replayOf,
      request.edited,
      request.hop,
      JSON.stringify(request.headers),
      Buffer.from(request.body),
    ],
  );
}
