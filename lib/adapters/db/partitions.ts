import { uuidFloor } from '#lib/core/ids.ts';
import type { Queryable } from './pool.ts';

const dayMs = 86_400_000;
export const partitionedTables = ['inbound_request', 'request_content', 'run', 'run_step'] as const;
const daysAhead = 7;

/**
 * Makes the day partitions from yesterday to a week ahead. Safe to call from many processes at
 * once: a partition that another one is making is left to it.
 */
export async function ensurePartitions(db: Queryable, nowMs: number): Promise<void> {
  const today = Math.floor(nowMs / dayMs) * dayMs;
  for (let day = today - dayMs; day <= today + daysAhead * dayMs; day += dayMs) {
    await ensureDay(db, day);
  }
}

/** `day` is the Unix millisecond at which the UTC day starts. */
export async function ensureDay(db: Queryable, day: number): Promise<void> {
  const suffix = new Date(day).toISOString().slice(0, 10).replaceAll('-', '');
  for (const table of partitionedTables) {
    await db
      .query(
        `CREATE TABLE IF NOT EXISTS ${table}_${suffix} PARTITION OF ${table}
         FOR VALUES FROM ('${uuidFloor(day)}') TO ('${uuidFloor(day + dayMs)}')`,
      )
      .catch(ignoreAlreadyThere);
  }
}

/** Two processes may make the same day at once: the loser sees one of these. */
function ignoreAlreadyThere(cause: { code?: string }): void {
  if (cause.code !== '42P07' && cause.code !== '23505' && cause.code !== '42P17') throw cause;
}
