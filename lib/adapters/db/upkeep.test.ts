import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#lib/core/ids.ts';
import { silentLog } from '#lib/log.ts';
import { dayMs, daySuffix, ensureDay } from './partitions.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';
import { Upkeep } from './upkeep.ts';

const today = Math.floor(Date.now() / dayMs) * dayMs;
const someone = uuidv7(today, new Uint8Array(10));
let db: TestDatabase;
let upkeep: Upkeep;

beforeAll(async () => {
  db = await testDatabase();
  upkeep = new Upkeep({ database: db.config, retentionDays: 30, log: silentLog });
});
afterAll(() => db.drop());

async function dayTables(day: number): Promise<string[]> {
  const { rows } = await db.pool.query<{ relname: string }>(
    `SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE $1 ORDER BY relname`,
    [`%\\_${daySuffix(day)}`],
  );
  return rows.map((row) => row.relname);
}

async function addRequest(day: number, outcome: string): Promise<void> {
  await db.pool.query(
    `INSERT INTO inbound_request (id, endpoint_id, workspace_id, received_at, verdict, outcome, method, path,
       query, body_size, ip, verification, parse, answer_status, answer_ms)
     VALUES ($1, $2, $2, now(), 'accepted', $3, 'POST', '', '', 0, '::1', '{}', 'none', 202, 1)`,
    [uuidv7(day + 1, new Uint8Array(10)), someone, outcome],
  );
}

async function addRun(day: number, finishedAt: Date | null): Promise<void> {
  await db.pool.query(
    `INSERT INTO run (id, workspace_id, workflow_id, version, trigger_node_id, request_id, endpoint_id, status, finished_at)
     VALUES ($1, $2, $2, 1, 'hook', $2, $2, 'succeeded', $3)`,
    [uuidv7(day + 1, new Uint8Array(10)), someone, finishedAt],
  );
}

test('days past the retention go whole, those with waiting requests or unfinished runs stay', async () => {
  const [kept, gone, waiting, unfinished] = [30, 31, 32, 33].map((ago) => today - ago * dayMs);
  for (const day of [kept, gone, waiting, unfinished]) await ensureDay(db.pool, day!);
  await addRequest(gone!, 'ran');
  await addRun(gone!, new Date());
  await addRequest(waiting!, 'waiting');
  await addRun(unfinished!, null);
  await upkeep.run(Date.now());
  expect(await dayTables(gone!)).toEqual([]);
  for (const day of [kept, waiting, unfinished]) expect(await dayTables(day!)).toHaveLength(4);
});

test('a day that somebody reads for long is left for the next time, then dropped', async () => {
  const day = today - 40 * dayMs;
  await ensureDay(db.pool, day);
  const reader = await db.pool.connect();
  await reader.query('BEGIN');
  await reader.query(`SELECT * FROM inbound_request_${daySuffix(day)}`);
  await upkeep.run(Date.now());
  expect(await dayTables(day)).toContain(`inbound_request_${daySuffix(day)}`);
  await reader.query('COMMIT');
  reader.release();
  await upkeep.run(Date.now());
  expect(await dayTables(day)).toEqual([]);
});

test('making a day does not wait for somebody who reads the table, nor stop those who write', async () => {
  const reader = await db.pool.connect();
  await reader.query('BEGIN');
  await reader.query('SELECT count(*) FROM inbound_request');
  await ensureDay(db.pool, today + 20 * dayMs);
  await addRequest(today + 20 * dayMs, 'captured');
  await reader.query('COMMIT');
  reader.release();
  expect(await dayTables(today + 20 * dayMs)).toHaveLength(4);
});

test('expired dedupe keys go, and old minutes become hours without losing a count', async () => {
  await db.pool.query(
    `INSERT INTO dedupe_key (endpoint_id, key, request_id, expires_at)
     SELECT $1, int4send(n), $1, now() + make_interval(secs => CASE WHEN n % 2 = 0 THEN -1 ELSE 60 END)
     FROM generate_series(1, 10) n`,
    [someone],
  );
  await db.pool.query(
    `INSERT INTO endpoint_count (endpoint_id, minute, shard, what, n)
     SELECT $1, date_trunc('hour', now(), 'UTC') - interval '3 days' + make_interval(mins => m), s, 'ran', 2
     FROM generate_series(0, 119) m, generate_series(0, 1) s`,
    [someone],
  );
  await upkeep.run(Date.now());
  await upkeep.run(Date.now());
  const keys = await db.pool.query('SELECT count(*) AS n FROM dedupe_key');
  const counts = await db.pool.query(
    'SELECT count(*) AS rows, sum(n)::int AS n FROM endpoint_count',
  );
  expect(keys.rows[0].n).toBe(5);
  expect(counts.rows[0]).toEqual({ rows: 2, n: 480 });
});
