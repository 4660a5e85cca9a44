import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EmbeddedPostgres } from '#lib/adapters/db/embedded-postgres.ts';
import { createPool, type Pool, type PoolConfig } from '#lib/adapters/db/pool.ts';
import { SecretBox } from '#lib/adapters/secrets/secret-box.ts';
import { prepareDatabase } from '#lib/wiring/prepare-database.ts';
import { benchGraph, makeWorkflow, signedRequest } from './workflow.ts';

export type Place = {
  database: PoolConfig;
  pool: Pool;
  secret: string;
  postmaster: number;
  /** A signed request's whole text, for one ticket. */
  request(ticket: string): string;
  stop(): Promise<void>;
};

/** The built-in PostgreSQL, durable as in earnest, and one live workflow: hook, filter, call. */
export async function preparePlace(receiverPort: number): Promise<Place> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'hookline-bench-'));
  const postgres = new EmbeddedPostgres({
    dataFolder,
    say: () => {},
    onFatal: (cause) => {
      throw cause;
    },
  });
  await postgres.start();
  const database = postgres.config;
  await prepareDatabase(database, resolve('prisma'));
  const pool = createPool({ ...database, max: 2 });
  const secret = randomBytes(32).toString('base64');
  const box = new SecretBox({ current: secret });
  const { token } = await makeWorkflow(pool, box, (endpointId) =>
    benchGraph(endpointId, receiverPort),
  );
  const { rows } = await pool.query<{ pid: number }>(
    `SELECT (regexp_split_to_array(pg_read_file('postmaster.pid'), '\\n'))[1]::int AS pid`,
  );
  return {
    database,
    pool,
    secret,
    postmaster: rows[0]?.pid ?? 0,
    request: (ticket) => signedRequest(token, { ticket, priority: 'high' }),
    async stop() {
      await pool.end();
      await postgres.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
