import { daySuffix, partitionedTables } from './partitions.ts';
import type { Queryable } from './pool.ts';

type Partition = { name: string; parent: string | null; pending: boolean };

const dayName = `^(${partitionedTables.join('|')})_\\d{8}$`;
/** The lock could not be had in time; a statement was cancelled. */
const laterCodes = ['55P03', '57014', '40P01'];

/**
 * Drops the days before `before` (the Unix millisecond at which a day starts), whole: requests,
 * bodies, runs and steps. A day that holds unfinished work stays. `db` is one connection with a
 * short `lock_timeout`: what can't be had at once is tried again at the next call. Answers the days
 * that went, as `20261124`.
 */
export async function dropOldDays(db: Queryable, before: number): Promise<string[]> {
  const partitions = await listPartitions(db);
  const limit = daySuffix(before);
  const old = [...new Set(partitions.map(({ name }) => name.slice(-8)))]
    .filter((day) => day < limit)
    .sort();
  const dropped: string[] = [];
  for (const day of old) {
    const ofDay = partitions.filter(({ name }) => name.endsWith(`_${day}`));
    if (await hasUnfinishedWork(db, ofDay)) continue;
    if (await dropDay(db, ofDay)) dropped.push(day);
  }
  return dropped;
}

/** Those that a broken-off drop had detached already have no parent any more. */
async function listPartitions(db: Queryable): Promise<Partition[]> {
  const { rows } = await db.query<Partition>(
    `SELECT c.relname AS name, i.inhparent::regclass::text AS parent,
            coalesce(i.inhdetachpending, false) AS pending
     FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid
     WHERE c.relkind = 'r' AND c.relname ~ $1 AND c.relnamespace = current_schema()::regnamespace`,
    [dayName],
  );
  return rows;
}

async function hasUnfinishedWork(db: Queryable, partitions: Partition[]): Promise<boolean> {
  for (const { name } of partitions) {
    const condition = unfinished(name);
    if (!condition) continue;
    const { rows } = await db.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM ${name} WHERE ${condition}) AS found`,
    );
    if (rows[0]?.found) return true;
  }
  return false;
}

function unfinished(name: string): string | undefined {
  if (name.startsWith('inbound_request_')) return `outcome = 'waiting'`;
  return /^run_\d/.test(name) ? 'finished_at IS NULL' : undefined;
}

async function dropDay(db: Queryable, partitions: Partition[]): Promise<boolean> {
  try {
    for (const partition of partitions) await dropPartition(db, partition);
    return true;
  } catch (cause) {
    if (laterCodes.includes((cause as { code?: string }).code ?? '')) return false;
    throw cause;
  }
}

/** Detached first, without stopping those who read or write the other days. */
async function dropPartition(db: Queryable, { name, parent, pending }: Partition): Promise<void> {
  if (parent) {
    const how = pending ? 'FINALIZE' : 'CONCURRENTLY';
    await db.query(`ALTER TABLE ${parent} DETACH PARTITION ${name} ${how}`);
  }
  await db.query(`DROP TABLE ${name}`);
}
