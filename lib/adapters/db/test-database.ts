import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createPool, type Pool, type PoolConfig } from './pool.ts';

export type TestDatabase = {
  pool: Pool;
  /** For a second pool (another node) on the same database. */
  config: PoolConfig;
  drop(): Promise<void>;
};

/**
 * A fresh database copied from the migrated template that `scripts/vitest-global.ts` prepared. Integration
 * tests use it as they would the real one; call `drop` in `afterAll`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const admin = adminConfig();
  const name = `t_${randomBytes(6).toString('hex')}`;
  await run(admin, `CREATE DATABASE ${name} TEMPLATE ${process.env.HOOKLINE_TEST_TEMPLATE}`);
  const config = { ...admin, database: name };
  const pool = createPool(config);
  // `drop` ends connections that are still saying goodbye.
  pool.on('error', () => {});
  return {
    pool,
    config,
    async drop() {
      await pool.end();
      await run(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

function adminConfig(): PoolConfig {
  const text = process.env.HOOKLINE_TEST_POSTGRES;
  if (!text) throw new Error('HOOKLINE_TEST_POSTGRES is not set: run the tests through vitest.');
  return JSON.parse(text) as PoolConfig;
}

async function run(config: PoolConfig, statement: string): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
