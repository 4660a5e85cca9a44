import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { createPool, type PoolConfig } from './pool.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let copied: TestDatabase;
let empty: PoolConfig;
const name = `m_${randomBytes(6).toString('hex')}`;

beforeAll(async () => {
  copied = await testDatabase();
  await copied.pool.query(`CREATE DATABASE ${name}`);
  empty = { ...copied.config, database: name };
});
afterAll(async () => {
  await copied.pool.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await copied.drop();
});

test('two nodes that start together on an empty database change it once, and a later start has nothing to do', async () => {
  const [one, other] = await Promise.all([migrate(empty, 'prisma'), migrate(empty, 'prisma')]);
  expect([one.length, other.length].sort()).toEqual([0, Math.max(one.length, other.length)]);
  expect(Math.max(one.length, other.length)).toBeGreaterThan(0);
  expect(await migrate(empty, 'prisma')).toEqual([]);
  const pool = createPool(empty);
  const { rows } = await pool.query(
    `SELECT count(*) AS n, count(finished_at) AS done, to_regclass('inbound_request') AS made FROM _prisma_migrations`,
  );
  await pool.end();
  expect(rows[0]).toMatchObject({ n: rows[0].done, made: 'inbound_request' });
});

test('a database that a newer release changed is refused in one sentence', async () => {
  const client = new pg.Client(empty);
  await client.connect();
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ('x', 'x', '29990101000000_later', now(), now(), 1)`,
  );
  await client.end();
  await expect(migrate(empty, 'prisma')).rejects.toThrow(
    /newer Hookline \(29990101000000_later\): start that release/,
  );
});
