import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from '#lib/adapters/db/embedded-postgres.ts';
import { migrate } from '#lib/adapters/db/migrate.ts';
import { ensurePartitions } from '#lib/adapters/db/partitions.ts';
import { createPool, type PoolConfig } from '#lib/adapters/db/pool.ts';

let folder: string | undefined;
let postgres: EmbeddedPostgres | undefined;

/**
 * A real PostgreSQL for the whole run with one migrated template, copied for each test file. A cluster that already
 * runs may be named by HOOKLINE_TEST_CLUSTER (a pg configuration as JSON): that saves two seconds.
 */
export async function setup(): Promise<void> {
  const admin = await cluster();
  const template = `hookline_template_${process.pid}`;
  await run(admin, `CREATE DATABASE ${template}`);
  const config = { ...admin, database: template };
  await migrate(config, 'prisma');
  const pool = createPool({ ...config, max: 2 });
  await ensurePartitions(pool, Date.now());
  await pool.end();
  // A copy is refused while anybody is connected to what is copied, autovacuum included.
  await run(admin, `ALTER DATABASE ${template} ALLOW_CONNECTIONS false`);
  await run(
    admin,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${template}'`,
  );
  process.env.HOOKLINE_TEST_POSTGRES = JSON.stringify(admin);
  process.env.HOOKLINE_TEST_TEMPLATE = template;
}

export async function teardown(): Promise<void> {
  if (!postgres) {
    const admin = JSON.parse(process.env.HOOKLINE_TEST_POSTGRES ?? '{}') as PoolConfig;
    await run(admin, `DROP DATABASE IF EXISTS ${process.env.HOOKLINE_TEST_TEMPLATE} WITH (FORCE)`);
    return;
  }
  // As root everything lies apart from the data folder, else inside it.
  const home = dirname(postgres.folder);
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
  if (folder) rmSync(folder, { recursive: true, force: true });
}

async function cluster(): Promise<PoolConfig> {
  const named = process.env.HOOKLINE_TEST_CLUSTER;
  if (named) return JSON.parse(named) as PoolConfig;
  folder = mkdtempSync(join(tmpdir(), 'hookline-test-'));
  postgres = new EmbeddedPostgres({
    dataFolder: folder,
    durable: false,
    say() {},
    onFatal(cause) {
      throw cause;
    },
  });
  await postgres.start();
  return { ...postgres.config, database: 'postgres' };
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
