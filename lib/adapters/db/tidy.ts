import { dayMs } from './partitions.ts';
import type { Queryable } from './pool.ts';

const batch = 5_000;
const hourMs = 3_600_000;
/** Minutes are shown for two days; older numbers are kept by the hour. */
const minutesKeptMs = 48 * hourMs;

/** Small deletes one after another: none holds locks for long. */
export async function deleteExpiredDedupeKeys(db: Queryable, nowMs: number): Promise<number> {
  let total = 0;
  for (;;) {
    const { rowCount } = await db.query(
      `DELETE FROM dedupe_key WHERE ctid IN
         (SELECT ctid FROM dedupe_key WHERE expires_at < $1 LIMIT ${batch})`,
      [new Date(nowMs)],
    );
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < batch) return total;
  }
}

/** Counts older than `before` (Unix milliseconds) go with their requests; older minutes become hours. */
export async function tidyCounts(
  db: Queryable,
  times: { nowMs: number; before: number },
): Promise<void> {
  await db.query('DELETE FROM endpoint_count WHERE minute < $1', [new Date(times.before)]);
  const fullHour = Math.floor((times.nowMs - minutesKeptMs) / hourMs) * hourMs;
  // One statement: a reader sees every request once, either in its minute or in its hour.
  await db.query(
    `WITH old AS (
       DELETE FROM endpoint_count
       WHERE minute < $1 AND (shard <> 0 OR minute <> date_trunc('hour', minute, 'UTC'))
       RETURNING endpoint_id, date_trunc('hour', minute, 'UTC') AS hour, what, n
     )
     INSERT INTO endpoint_count (endpoint_id, minute, shard, what, n)
     SELECT endpoint_id, hour, 0, what, sum(n) FROM old GROUP BY endpoint_id, hour, what
     ON CONFLICT (endpoint_id, minute, what, shard)
     DO UPDATE SET n = endpoint_count.n + excluded.n`,
    [new Date(fullHour)],
  );
}

/** Guessing limits and nodes that never said goodbye: nothing asks for them after a day. */
export async function forgetStale(db: Queryable, nowMs: number): Promise<void> {
  const yesterday = [new Date(nowMs - dayMs)];
  await db.query('DELETE FROM attempt_limit WHERE window_started_at < $1', yesterday);
  await db.query('DELETE FROM live_node WHERE seen_at < $1', yesterday);
}
