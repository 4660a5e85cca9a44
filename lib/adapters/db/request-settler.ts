import { uuidFloor, uuidTime } from '#lib/core/ids.ts';
import { GroupCommit } from './group-commit.ts';
import { textArray, uuidArray } from './pg-array.ts';
import { inTransaction, type Pool, type Queryable } from './pool.ts';

export type Settled = 'open' | 'ran' | 'filtered' | 'already';

const settle = `
WITH runs AS (
  SELECT count(*) FILTER (WHERE finished_at IS NULL) AS open, count(*) AS n,
    coalesce(bool_or(acted OR status = 'failed'), false) AS did,
    coalesce(bool_and(status = 'failed'), false) AS failed
  FROM run
  WHERE id >= $2 AND id < $3 AND request_id = $1 AND rerun = 0 AND version > 0
), q AS (
  UPDATE inbound_request AS i
  SET outcome = CASE WHEN runs.did THEN 'ran' ELSE 'filtered' END
  FROM runs
  WHERE i.id = $1 AND i.outcome = 'waiting' AND runs.open = 0
  RETURNING i.id, i.endpoint_id, i.received_at, i.replay_of, i.dedupe_key, i.outcome,
    runs.failed AND runs.n > 0 AS release
), n AS (
  INSERT INTO endpoint_count AS t (endpoint_id, minute, shard, what, n)
  SELECT endpoint_id, date_trunc('minute', received_at), $4::int4, outcome, 1
  FROM q WHERE replay_of IS NULL
  ON CONFLICT (endpoint_id, minute, what, shard) DO UPDATE SET n = t.n + excluded.n
), d AS (
  DELETE FROM dedupe_key k USING q
  WHERE q.release AND k.endpoint_id = q.endpoint_id AND k.key = q.dedupe_key
    AND k.request_id = q.id
)
SELECT q.outcome, (SELECT open FROM runs)::int4 AS open FROM (SELECT 1) one LEFT JOIN q ON true`;

const close = `
WITH q AS (
  UPDATE inbound_request AS i SET outcome = u.outcome
  FROM unnest($1::uuid[], $2::text[]) AS u(id, outcome)
  WHERE i.id = u.id AND i.id = ANY($1::uuid[]) AND i.outcome = 'waiting'
  RETURNING i.endpoint_id, i.received_at, i.replay_of, i.outcome
)
INSERT INTO endpoint_count AS t (endpoint_id, minute, shard, what, n)
SELECT endpoint_id, date_trunc('minute', received_at), $3::int4, outcome, count(*)
FROM q WHERE replay_of IS NULL GROUP BY 1, 2, 4 ORDER BY 1, 2, 4
ON CONFLICT (endpoint_id, minute, what, shard) DO UPDATE SET n = t.n + excluded.n`;

type Closing = {
  requestId: string;
  outcome: 'captured' | 'filtered';
  resolve(): void;
  reject(cause: unknown): void;
};

/**
 * Decides what a request with several runs came to, once the last of them has ended and that end is
 * committed. The request's row is locked by a statement of its own first: of two processes that end
 * the last two runs at once, the second then sees both ends.
 */
export class RequestSettler {
  readonly #pool: Pool;
  readonly #shard: number;
  readonly #closing: GroupCommit<Closing>;

  constructor(pool: Pool, shard: number) {
    this.#pool = pool;
    this.#shard = shard;
    this.#closing = new GroupCommit<Closing>({
      maxItems: 500,
      maxBytes: Number.POSITIVE_INFINITY,
      bytesOf: () => 1,
      flush: (batch) => this.#closeAll(batch),
    });
  }

  settle(requestId: string): Promise<Settled> {
    return inTransaction(this.#pool, (client) => this.settleWithin(client, requestId));
  }

  async settleWithin(client: Queryable, requestId: string): Promise<Settled> {
    await client.query({
      name: 'settle_lock',
      text: 'SELECT 1 FROM inbound_request WHERE id = $1 FOR UPDATE',
      values: [requestId],
    });
    const ms = uuidTime(requestId);
    const { rows } = await client.query<{ outcome: 'ran' | 'filtered' | null; open: number }>({
      name: 'settle_request',
      text: settle,
      values: [requestId, uuidFloor(ms), uuidFloor(ms + 1), this.#shard],
    });
    const [row] = rows;
    if (row?.outcome) return row.outcome;
    return row?.open ? 'open' : 'already';
  }

  /**
   * Ends requests that start no run. `captured`: nobody listens, decided once, whatever is published
   * later. `filtered`: triggers listen, but none to this event.
   */
  close(requestId: string, outcome: 'captured' | 'filtered'): Promise<void> {
    return new Promise((resolve, reject) =>
      this.#closing.add({ requestId, outcome, resolve, reject }),
    );
  }

  async #closeAll(batch: Closing[]): Promise<void> {
    try {
      await this.#pool.query({
        name: 'close_requests',
        text: close,
        values: [
          uuidArray(batch.map(({ requestId }) => requestId)),
          textArray(batch.map(({ outcome }) => outcome)),
          this.#shard,
        ],
      });
      for (const { resolve } of batch) resolve();
    } catch (cause) {
      for (const { reject } of batch) reject(cause);
    }
  }
}
