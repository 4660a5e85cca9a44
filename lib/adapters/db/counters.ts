import { int8Array, textArray, timestampArray, uuidArray } from './pg-array.ts';
import type { Queryable } from './pool.ts';

/** What a request came to, as counted. `waiting` is never counted: it is what remains of `accepted`. */
export type Counted =
  | 'accepted'
  | 'duplicate'
  | 'handshake'
  | 'ran'
  | 'filtered'
  | 'captured'
  | `rejected:${string}`;

/** `at`: Unix milliseconds of the request's arrival; it is counted in that minute, whenever it ends. */
export type Count = { endpointId: string; at: number; what: Counted; n: number };

const minuteMs = 60_000;

export function minuteOf(at: number): number {
  return Math.floor(at / minuteMs) * minuteMs;
}

/**
 * Adds counts in one prepared statement, in one order everywhere, so that two processes never wait
 * for each other crosswise. `shard` is this process's own, so that they never wait at all. Call it
 * inside the transaction that writes what is counted.
 */
export async function addCounts(
  db: Queryable,
  shard: number,
  counts: readonly Count[],
): Promise<void> {
  if (counts.length === 0) return;
  await db.query({
    name: 'add_counts',
    text: `WITH counted AS (${countedRows}) ${addCounted}`,
    values: [...countParameters(counts), shard],
  });
}

const countedRows = `
  SELECT endpoint_id, minute, what, n
  FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::int8[]) AS u(endpoint_id, minute, what, n)`;

const addCounted = `
  INSERT INTO endpoint_count (endpoint_id, minute, shard, what, n)
  SELECT endpoint_id, minute, $5::int4, what, sum(n) FROM counted
  GROUP BY endpoint_id, minute, what ORDER BY endpoint_id, minute, what
  ON CONFLICT (endpoint_id, minute, what, shard) DO UPDATE SET n = endpoint_count.n + excluded.n`;

function countParameters(counts: readonly Count[]): Buffer[] {
  return [
    uuidArray(counts.map((count) => count.endpointId)),
    timestampArray(counts.map((count) => minuteOf(count.at))),
    textArray(counts.map((count) => count.what)),
    int8Array(counts.map((count) => count.n)),
  ];
}

export type EndpointStats = {
  received: number;
  handshake: number;
  rejected: number;
  duplicate: number;
  captured: number;
  waiting: number;
  ran: number;
  filtered: number;
  byReason: Record<string, number>;
};

/**
 * The numbers of an endpoint between two moments, whole minutes: `since` down to its minute, `until`
 * up to the end of its minute. `received` is the sum of the seven outcomes.
 */
export async function endpointStats(
  db: Queryable,
  endpointId: string,
  window: { since?: Date | undefined; until?: Date | undefined },
): Promise<EndpointStats> {
  const { rows } = await db.query<{ what: string; n: number }>({
    name: 'endpoint_stats',
    text: `SELECT what, sum(n)::int8 AS n FROM endpoint_count
           WHERE endpoint_id = $1
             AND ($2::timestamptz IS NULL OR minute >= date_trunc('minute', $2::timestamptz))
             AND ($3::timestamptz IS NULL OR minute <= $3::timestamptz)
           GROUP BY what`,
    values: [endpointId, window.since ?? null, window.until ?? null],
  });
  return toStats(new Map(rows.map(({ what, n }) => [what, n])));
}

function toStats(counts: ReadonlyMap<string, number>): EndpointStats {
  const of = (what: string) => counts.get(what) ?? 0;
  const byReason: Record<string, number> = {};
  for (const [what, n] of counts) {
    if (what.startsWith('rejected:')) byReason[what.slice('rejected:'.length)] = n;
  }
  const rejected = Object.values(byReason).reduce((sum, n) => sum + n, 0);
  const [ran, filtered, captured] = [of('ran'), of('filtered'), of('captured')];
  const [handshake, duplicate] = [of('handshake'), of('duplicate')];
  const waiting = Math.max(0, of('accepted') - ran - filtered - captured);
  const received = handshake + rejected + duplicate + captured + waiting + ran + filtered;
  return { received, handshake, rejected, duplicate, captured, waiting, ran, filtered, byReason };
}
