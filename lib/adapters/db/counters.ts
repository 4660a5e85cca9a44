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

function minuteOf(at: number): number {
  return Math.floor(at / minuteMs) * minuteMs;
}

/**
 * Adds counts, in one order everywhere, so that two processes never wait for each other crosswise.
 * `shard` is this process's own, so that they never wait at all. Part of the statement that writes
 * what is counted: `first` is the number of its first parameter, of five.
 */
export function addCountsSql(first: number): string {
  const [ids, minutes, whats, numbers, shard] = [0, 1, 2, 3, 4].map((n) => `$${first + n}`);
  return `
  INSERT INTO endpoint_count AS t (endpoint_id, minute, shard, what, n)
  SELECT endpoint_id, minute, ${shard}::int4, what, sum(n)
  FROM unnest(${ids}::uuid[], ${minutes}::timestamptz[], ${whats}::text[], ${numbers}::int8[])
    AS u(endpoint_id, minute, what, n)
  GROUP BY endpoint_id, minute, what ORDER BY endpoint_id, minute, what
  ON CONFLICT (endpoint_id, minute, what, shard) DO UPDATE SET n = t.n + excluded.n`;
}

export function countParameters(counts: readonly Count[], shard: number): unknown[] {
  return [
    uuidArray(counts.map((count) => count.endpointId)),
    timestampArray(counts.map((count) => minuteOf(count.at))),
    textArray(counts.map((count) => count.what)),
    int8Array(counts.map((count) => count.n)),
    shard,
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
 * The numbers of some endpoints together, between two moments, whole minutes: `since` down to its minute, `until`
 * up to the end of its minute. `received` is the sum of the seven outcomes.
 */
export async function endpointStats(
  db: Queryable,
  endpointIds: string[],
  window: { since?: Date | undefined; until?: Date | undefined },
): Promise<EndpointStats> {
  const { rows } = await db.query<{ what: string; n: number }>({
    name: 'endpoint_stats',
    text: `SELECT what, sum(n)::int8 AS n FROM endpoint_count
           WHERE endpoint_id = ANY($1::uuid[])
             AND ($2::timestamptz IS NULL OR minute >= date_trunc('minute', $2::timestamptz))
             AND ($3::timestamptz IS NULL OR minute <= $3::timestamptz)
           GROUP BY what`,
    values: [endpointIds, window.since ?? null, window.until ?? null],
  });
  return toStats(new Map(rows.map(({ what, n }) => [what, n])));
}

export function toStats(counts: ReadonlyMap<string, number>): EndpointStats {
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
