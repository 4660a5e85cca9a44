import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { startRefusal } from '#lib/core/start-refusal.ts';
import type { Places } from './places.ts';
import { isAlive } from './postmaster-file.ts';
import { postgresSettings } from './settings.ts';

export const superuser = 'hookline';
const windows = process.platform === 'win32';

/** Makes the data directory on the first start; refuses one of another major version. */
export function prepareCluster(places: Places, options: { durable: boolean }): void {
  if (!existsSync(join(places.cluster, 'PG_VERSION'))) initialise(places, options);
  refuseOtherMajor(places);
  const file = join(places.cluster, 'postgresql.conf');
  const custom = existsSync(join(places.cluster, 'custom.conf'));
  writeFileSync(file, postgresSettings({ ...options, custom }));
  giveTo(places, file);
}

/** Windows has no socket folder that only we can enter: a random password, in a file of ours. */
export function clusterPassword(places: Places): string | undefined {
  return windows ? readFileSync(passwordFile(places), 'utf8').trim() : undefined;
}

function passwordFile(places: Places): string {
  return join(dirname(places.cluster), 'postgres-password');
}

/** Runs `initdb` beside the place and moves the result in whole: one cut short is never taken for a database. */
function initialise(places: Places, options: { durable: boolean }): void {
  removeLeftovers(places.cluster);
  const fresh = `${places.cluster}.new-${process.pid}`;
  mkdirSync(fresh, { mode: 0o700 });
  giveTo(places, fresh);
  if (windows) {
    writeFileSync(passwordFile(places), randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  const made = spawnSync(
    join(places.binaries, 'bin', 'initdb'),
    initdbArguments(fresh, places, options),
    {
      encoding: 'utf8',
      cwd: fresh,
      env: postgresEnvironment() as NodeJS.ProcessEnv | undefined,
      ...identity(places),
    },
  );
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw initdbRefusal(made);
  }
  try {
    renameSync(fresh, places.cluster);
  } catch (cause) {
    rmSync(fresh, { recursive: true, force: true });
    // Another start was quicker: its database is as good.
    if (!existsSync(join(places.cluster, 'PG_VERSION'))) throw cause;
  }
}

function initdbArguments(folder: string, places: Places, options: { durable: boolean }): string[] {
  const access = windows
    ? ['--auth=scram-sha-256', `--pwfile=${passwordFile(places)}`]
    : // Only who may enter the socket's folder gets this far.
      ['--auth=trust'];
  return [
    `--pgdata=${folder}`,
    `--username=${superuser}`,
    '--encoding=UTF8',
    // The built-in provider sorts alike on every machine; the C library may not know C.UTF-8.
    '--locale-provider=builtin',
    '--locale=C',
    '--builtin-locale=C.UTF-8',
    '--text-search-config=simple',
    ...access,
    ...(options.durable ? [] : ['--no-sync']),
  ];
}

function initdbRefusal(made: { error?: Error; stderr?: string; stdout?: string }): Error {
  const said = (made.stderr || made.stdout || '').trim().split('\n');
  const reason = said.find((line) => /error|fatal/i.test(line)) ?? said.at(-1);
  if (made.error) {
    const code = (made.error as NodeJS.ErrnoException).code ?? made.error.message;
    return startRefusal(
      `The built-in PostgreSQL doesn't run on this machine (${code}): set DATABASE_URL to a PostgreSQL server, version 14 or newer.`,
    );
  }
  return startRefusal(
    `The built-in PostgreSQL could not make its database (${reason}): put that right, or set DATABASE_URL to a PostgreSQL server.`,
  );
}

function refuseOtherMajor(places: Places): void {
  const made = readFileSync(join(places.cluster, 'PG_VERSION'), 'utf8').trim();
  const ours = majorOfBinaries(places);
  if (made === ours) return;
  throw startRefusal(
    `The database in ${places.cluster} was made by PostgreSQL ${made} and this Hookline brings PostgreSQL ${ours}: start the Hookline that made it, or carry the data over with pg_dump and pg_restore.`,
  );
}

function majorOfBinaries(places: Places): string {
  const header = join(places.binaries, 'share', 'postgresql', 'postgres.bki');
  const file = existsSync(header) ? header : join(places.binaries, 'share', 'postgres.bki');
  // Its first line is "# PostgreSQL 18": quicker than running the program.
  return /^# PostgreSQL (\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
}

function removeLeftovers(cluster: string): void {
  const prefix = `${basename(cluster)}.new-`;
  for (const name of readdirSync(dirname(cluster))) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) {
      rmSync(join(dirname(cluster), name), { recursive: true, force: true });
    }
  }
}

export function giveTo(places: Places, path: string): void {
  if (places.account) chownSync(path, places.account.uid, places.account.gid);
}

export function identity(places: Places): { uid?: number; gid?: number } {
  return places.account ? { uid: places.account.uid, gid: places.account.gid } : {};
}

/** Nothing of ours leaks into PostgreSQL, least of all PGDATA or a locale it doesn't know. */
export function postgresEnvironment(): Record<string, string> | undefined {
  // Windows programs don't start without some of their environment.
  return windows ? undefined : { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };
}
