import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedPostgres } from '#lib/adapters/db/embedded-postgres.ts';
import type { PoolConfig } from '#lib/adapters/db/pool.ts';
import { startRefusal } from '#lib/core/start-refusal.ts';
import type { Environment } from '#lib/env.ts';

export type OpenDatabase = {
  config: PoolConfig;
  /** For people: the folder or the server. */
  where: string;
  embedded: boolean;
  /** False while a built-in database is down or recovering. */
  ready(): boolean;
  /** Stops a built-in database; leaves a server alone. */
  stop(): Promise<void>;
};

export type OpenDatabaseOptions = {
  environment: Environment;
  say(sentence: string): void;
  onFatal(cause: Error): void;
};

const oldestVersion = 14;
const patienceMs = 60_000;

/** The built-in database of the data folder, or the server that `DATABASE_URL` names. */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenDatabase> {
  const { environment, say, onFatal } = options;
  const url = environment.DATABASE_URL;
  if (url) return openServer(url, say);
  const dataFolder = resolve(environment.HOOKLINE_DATA);
  makeDataFolder(dataFolder);
  const database = new EmbeddedPostgres({ dataFolder, say, onFatal });
  await database.start();
  return {
    config: database.config,
    where: database.folder,
    embedded: true,
    ready: () => database.ready,
    stop: () => database.stop(),
  };
}

function makeDataFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw startRefusal(
      `The data folder ${folder} can't be written (${(cause as NodeJS.ErrnoException).code}): make it writable for this user, or choose another one with HOOKLINE_DATA.`,
    );
  }
}

/** Not `recursive`: where a folder can't be made at all, as in /proc, Node then tries for ever. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  mkdirSync(folder, { mode: 0o700 });
}

async function openServer(url: string, say: (sentence: string) => void): Promise<OpenDatabase> {
  const config: PoolConfig = { connectionString: url };
  const where = serverName(url);
  const version = await askVersion(config, where, say);
  if (version < oldestVersion) {
    throw startRefusal(
      `The server ${where} is PostgreSQL ${version}: Hookline needs ${oldestVersion} or newer, so update it or name another in DATABASE_URL.`,
    );
  }
  return { config, where, embedded: false, ready: () => true, stop: async () => {} };
}

/** Host and database only: the rest of the URL is secret. */
function serverName(url: string): string {
  try {
    const { host, pathname, protocol } = new URL(url);
    if (!/^postgres(ql)?:$/.test(protocol)) throw new Error(protocol);
    return `${host}${pathname}`;
  } catch {
    throw startRefusal(
      'DATABASE_URL is not a PostgreSQL address: it must look like postgresql://user:password@host:5432/database.',
    );
  }
}

async function askVersion(
  config: PoolConfig,
  where: string,
  say: (sentence: string) => void,
): Promise<number> {
  const deadline = Date.now() + patienceMs;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await serverVersion(config);
    } catch (cause) {
      const { code, message } = cause as { code?: string; message: string };
      if (code !== '57P03' || Date.now() > deadline) throw unreachable(where, code || message);
      if (attempt === 0) say(`Waiting for the database at ${where}, which is starting.`);
      await sleep(500);
    }
  }
}

async function serverVersion(config: PoolConfig): Promise<number> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    return Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  } finally {
    await client.end().catch(() => {});
  }
}

const advice: Record<string, string> = {
  '28P01': 'the password is wrong: correct DATABASE_URL',
  '28000': 'the server refuses this user: correct DATABASE_URL or the server’s pg_hba.conf',
  '3D000': 'there is no such database: create it, or correct DATABASE_URL',
};

function unreachable(where: string, reason: string): Error {
  const what = advice[reason] ?? `${reason}: check DATABASE_URL and that the server is running`;
  return startRefusal(`The database at ${where} can't be reached (${what}).`);
}
