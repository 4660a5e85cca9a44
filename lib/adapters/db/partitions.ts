import { uuidFloor } from '#lib/core/ids.ts';
import type { Queryable } from './pool.ts';

export const dayMs = 86_400_000;
export const partitionedTables = ['inbound_request', 'request_content', 'run', 'run_step'] as const;
const daysAhead = 7;

/** `20261124`: how a day's partitions end. */
export function daySuffix(day: number): string {
  return new Date(day).toISOString().slice(0, 10).replaceAll('-', '');
}

/**
 * Makes the day partitions from yesterday to a week ahead. Safe to call from many processes at
 * once: they make them one after the other.
 */
export async function ensurePartitions(db: Queryable, nowMs: number): Promise<void> {
  const today = Math.floor(nowMs / dayMs) * dayMs;
  const days = Array.from({ length: daysAhead + 2 }, (_, index) => today + (index - 1) * dayMs);
  const names = days.flatMap((day) => partitionedTables.map((table) => nameOf(table, day)));
  const { rows } = await db.query<{ relname: string }>(
    'SELECT relname FROM pg_class WHERE relname = ANY ($1) AND relispartition',
    [names],
  );
  const there = new Set(rows.map((row) => row.relname));
  for (const day of days) {
    if (partitionedTables.some((table) => !there.has(nameOf(table, day)))) await ensureDay(db, day);
  }
}

/** `day` is the Unix millisecond at which the UTC day starts. */
export async function ensureDay(db: Queryable, day: number): Promise<void> {
  for (const table of partitionedTables) {
    await db.query(makePartition(table, day)).catch(ignoreAlreadyThere);
  }
}

function nameOf(table: string, day: number): string {
  return `${table}_${daySuffix(day)}`;
}

/**
 * Made apart and then attached, in one message and so in one transaction: `PARTITION OF` would lock
 * the table against everything, and the door would stand behind whoever reads it for long. The lock
 * comes first: two that make the same table at once fail in the catalogue, at any of several places.
 */
function makePartition(table: string, day: number): string {
  const name = nameOf(table, day);
  return `SELECT pg_advisory_xact_lock(hashtext('hookline.partition'));
    CREATE TABLE ${name} (LIKE ${table} INCLUDING ALL EXCLUDING INDEXES);
    ALTER TABLE ${table} ATTACH PARTITION ${name}
    FOR VALUES FROM ('${uuidFloor(day)}') TO ('${uuidFloor(day + dayMs)}')`;
}

/** Another process made it before the lock was ours. */
function ignoreAlreadyThere(cause: { code?: string }): void {
  if (cause.code !== '42P07') throw cause;
}
