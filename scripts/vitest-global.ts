import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { ensurePartitions } from '../lib/adapters/db/partitions.ts';
import { createPool } from '../lib/adapters/db/pool.ts';

// INTERIM until the embedded PostgreSQL's life cycle is there: a development cluster at a fixed socket.
export async function setup(): Promise<void> {
  const admin = { host: '/tmp/hlpg/sock', user: 'postgres', database: 'postgres' };
  process.env.HOOKLINE_TEST_POSTGRES = JSON.stringify(admin);
  const client = new pg.Client(admin);
  await client.connect();
  const template = `hookline_template_${process.pid}`;
  await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${template}`);
  const pool = createPool({ ...admin, database: template });
  for (const folder of readdirSync('prisma/migrations')
    .filter((name) => /^\d/.test(name))
    .sort())
    await pool.query(readFileSync(`prisma/migrations/${folder}/migration.sql`, 'utf8'));
  await ensurePartitions(pool, Date.now());
  await pool.end();
  process.env.HOOKLINE_TEST_TEMPLATE = template;
  await client.end();
}

export async function teardown(): Promise<void> {
  const client = new pg.Client(JSON.parse(process.env.HOOKLINE_TEST_POSTGRES ?? '{}'));
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${process.env.HOOKLINE_TEST_TEMPLATE} WITH (FORCE)`);
  await client.end();
}
