import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, readPostmasterFile } from '#lib/adapters/db/embedded/postmaster-file.ts';
import { EmbeddedPostgres } from '#lib/adapters/db/embedded-postgres.ts';
import { createPool, type Pool } from '#lib/adapters/db/pool.ts';
import { ServerNode } from './node.ts';

export const masterKey = 'crash-test-master-key-0123456789abcdef';

/** Servers and their database, which may be killed. */
export type House = {
  folder: string;
  nodes: readonly ServerNode[];
  /** Ports of those with a door. */
  doors: readonly number[];
  pool: Pool;
  killDatabase(): Promise<void>;
  /** Brings back whatever was killed, and waits until all is well. */
  revive(killed: readonly ServerNode[]): Promise<void>;
  /** `keep` leaves its folder, with what the processes said, for a look. */
  stop(keep: boolean): Promise<void>;
};

/** One process that does it all, with its built-in database. */
export async function singleHouse(): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'hookline-crash-'));
  const environment = { HOOKLINE_DATA: folder, HOOKLINE_SECRET: masterKey };
  const node = await ServerNode.create({ folder, name: 'all', environment });
  node.start();
  await node.healthy();
  const postgres = new EmbeddedPostgres({ dataFolder: folder, say() {}, onFatal() {} });
  const pool = quietPool(postgres);
  return {
    folder,
    nodes: [node],
    doors: [node.port],
    pool,
    killDatabase: () => killPostmaster(postgres.folder),
    async revive(killed) {
      for (const each of killed) each.start();
      await node.healthy();
    },
    async stop(keep) {
      await pool.end();
      await node.stop();
      if (!keep) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Two doors and two workers on one server. */
export async function splitHouse(): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'hookline-crash-'));
  const say = () => {};
  // It starts PostgreSQL again by itself, as a server would.
  const postgres = new EmbeddedPostgres({ dataFolder: folder, say, onFatal: say });
  await postgres.start();
  const { host, user } = postgres.config;
  const address = `postgresql://${user}@localhost/hookline?host=${encodeURIComponent(String(host))}`;
  const nodes: ServerNode[] = [];
  for (const [name, role] of [
    ['web-1', 'web'],
    ['web-2', 'web'],
    ['worker-1', 'worker'],
    ['worker-2', 'worker'],
  ] as const) {
    const environment = {
      DATABASE_URL: address,
      HOOKLINE_SECRET: masterKey,
      HOOKLINE_ROLE: role,
    };
    const node = await ServerNode.create({ folder, name, environment });
    nodes.push(node);
    node.start();
  }
  for (const node of nodes) await node.healthy();
  const pool = quietPool(postgres);
  return {
    folder,
    nodes,
    doors: nodes.slice(0, 2).map(({ port }) => port),
    pool,
    killDatabase: () => killPostmaster(postgres.folder),
    async revive(killed) {
      while (!postgres.ready) await sleep(50);
      for (const node of killed) node.start();
      for (const node of nodes) await node.healthy();
    },
    async stop(keep) {
      await pool.end();
      for (const node of nodes) await node.stop();
      await postgres.stop();
      if (!keep) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function quietPool(postgres: EmbeddedPostgres): Pool {
  const pool = createPool({ ...postgres.config, max: 2, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => {});
  return pool;
}

async function killPostmaster(folder: string): Promise<void> {
  const pid = readPostmasterFile(folder)?.pid;
  if (pid === undefined) return;
  process.kill(pid, 'SIGKILL');
  while (isAlive(pid)) await sleep(10);
}
