import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from '#lib/adapters/db/pool.ts';
import { signedRequest } from '../../bench/runs/workflow.ts';
import { type Accepted, Line } from './load.ts';

const drainedWithinMs = 150_000;

export type Scene = {
  pool: Pool;
  endpointId: string;
  token: string;
  /** Unix milliseconds of each call, by idempotency key. */
  calls: ReadonlyMap<string, number[]>;
};

/** Resolves once every request is decided and every run has ended; rejects with what has not. */
export async function drained({ pool }: Scene): Promise<void> {
  const deadline = Date.now() + drainedWithinMs;
  for (;;) {
    const left = await unfinished(pool).catch((cause: Error) => cause.message);
    if (left === undefined) return;
    if (Date.now() > deadline) throw new Error(`Not everything ended: ${left}.`);
    await sleep(200);
  }
}

async function unfinished(pool: Pool): Promise<string | undefined> {
  const { rows } = await pool.query<{ requests: number; runs: number; outbox: number }>(
    `SELECT (SELECT count(*) FROM inbound_request WHERE outcome = 'waiting') AS requests,
       (SELECT count(*) FROM run WHERE finished_at IS NULL) AS runs,
       (SELECT count(*) FROM outbox) AS outbox`,
  );
  const [row] = rows;
  if (!row || row.requests + row.runs + row.outbox === 0) return undefined;
  return `${row.requests} requests, ${row.runs} runs, ${row.outbox} outbox rows`;
}

/** Everything that is wrong, as sentences. */
export async function problems(scene: Scene, accepted: readonly Accepted[]): Promise<string[]> {
  return [
    ...(await lostRequests(scene, accepted)),
    ...(await wrongOutcomes(scene, accepted)),
    ...(await repeatedSteps(scene)),
    ...(await missingCalls(scene, accepted)),
    ...(await wrongCounts(scene)),
  ];
}

async function lostRequests({ pool }: Scene, accepted: readonly Accepted[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT u.id FROM unnest($1::uuid[]) AS u(id)
     WHERE NOT EXISTS (SELECT 1 FROM inbound_request r WHERE r.id = u.id)
        OR NOT EXISTS (SELECT 1 FROM request_content c WHERE c.id = u.id)`,
    [accepted.map(({ id }) => id)],
  );
  return rows.map(({ id }) => `The request ${id} was answered 202 and is not there.`);
}

async function wrongOutcomes({ pool }: Scene, accepted: readonly Accepted[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string; outcome: string; runs: string[] }>(
    `SELECT q.id, q.outcome, array_remove(array_agg(r.status), NULL) AS runs
     FROM inbound_request q LEFT JOIN run r ON r.request_id = q.id
     WHERE q.id = ANY($1::uuid[]) GROUP BY q.id, q.outcome`,
    [accepted.map(({ id }) => id)],
  );
  const wanted = new Map(
    accepted.map(({ id, priority }) => [
      id,
      priority === 'high' ? 'ran succeeded' : 'filtered filtered',
    ]),
  );
  return rows
    .filter(({ id, outcome, runs }) => wanted.get(id) !== `${outcome} ${runs.join()}`)
    .map(({ id, outcome, runs }) => `The request ${id} is ${outcome} with the runs ${runs}.`);
}

/**
 * A step whose result was committed keeps the start of the attempt that was committed. So of all the
 * calls made under its key, every one but the last must have come before that start: a call after it
 * was made although the result was there.
 */
async function repeatedSteps({ pool, calls }: Scene): Promise<string[]> {
  const repeated = [...calls].filter(([, times]) => times.length > 1);
  const found: string[] = [];
  for (const [key, times] of repeated) {
    const [runId, nodeId] = key.split(':');
    const { rows } = await pool.query<{ started_at: Date; finished_at: Date }>(
      'SELECT started_at, finished_at FROM run_step WHERE run_id = $1 AND node_id = $2',
      [runId, nodeId],
    );
    const started = rows[0]?.started_at.getTime() ?? 0;
    const earlier = times.slice(0, -1);
    if (earlier.some((time) => time > started + 1)) {
      const after = times.map((time) => `${time - started} ms`).join(', ');
      found.push(
        `The step ${key} was called again after its result was committed: ${after} after the start of that attempt, which ended after ${Number(rows[0]?.finished_at) - started} ms.`,
      );
    }
  }
  return found;
}

async function missingCalls(
  { pool, calls }: Scene,
  accepted: readonly Accepted[],
): Promise<string[]> {
  const urgent = accepted.filter(({ priority }) => priority === 'high').map(({ id }) => id);
  const { rows } = await pool.query<{ run_id: string; node_id: string }>(
    `SELECT s.run_id, s.node_id FROM run r JOIN run_step s ON s.run_id = r.id
     WHERE r.request_id = ANY($1::uuid[]) AND s.type = 'http_request'`,
    [urgent],
  );
  const missing = rows.filter(({ run_id, node_id }) => !calls.has(`${run_id}:${node_id}:0`));
  const found = missing.map(({ run_id, node_id }) => `The call ${run_id}:${node_id} never came.`);
  if (rows.length !== urgent.length * 2) {
    found.push(`${urgent.length} urgent requests have ${rows.length} stored calls, not two each.`);
  }
  return found;
}

async function wrongCounts({ pool, endpointId }: Scene): Promise<string[]> {
  const { rows } = await pool.query<{ what: string; counted: number; stored: number }>(
    `WITH counted AS (
       SELECT what, sum(n)::int8 AS n FROM endpoint_count WHERE endpoint_id = $1 GROUP BY what
     ), stored AS (
       SELECT outcome AS what, count(*) AS n FROM inbound_request
       WHERE endpoint_id = $1 AND verdict = 'accepted' GROUP BY outcome
       UNION ALL
       SELECT 'accepted', count(*) FROM inbound_request
       WHERE endpoint_id = $1 AND verdict = 'accepted'
     )
     SELECT what, coalesce(c.n, 0) AS counted, coalesce(s.n, 0) AS stored
     FROM counted c FULL JOIN stored s USING (what)
     WHERE what IN ('accepted', 'ran', 'filtered', 'captured')
       AND coalesce(c.n, 0) <> coalesce(s.n, 0)`,
    [endpointId],
  );
  return rows.map(
    ({ what, counted, stored }) => `${counted} requests are counted as ${what}, ${stored} stored.`,
  );
}

/** The same deliveries again are told from new ones, by whichever node. */
export async function forgottenKeys(
  scene: Scene,
  port: number,
  accepted: readonly Accepted[],
): Promise<string[]> {
  const found: string[] = [];
  const line = new Line(port);
  for (const sample of accepted.filter((_, index) => index % 40 === 0)) {
    const answer = await line.post(signedRequest(scene.token, sample));
    if (answer?.status !== 200 || answer.duplicateOf !== sample.id) {
      found.push(`The delivery of ${sample.id}, sent again, was answered ${answer?.status}.`);
    }
  }
  line.end();
  return found;
}
