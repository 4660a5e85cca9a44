import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identity, postgresEnvironment } from './cluster.ts';
import type { Places } from './places.ts';
import { isAlive, isForeign, readPostmasterFile } from './postmaster-file.ts';

const windows = process.platform === 'win32';
const longestLogBytes = 10 * 1024 * 1024;

/** One start of the program. `ended` is set once it is gone again. */
export type Launch = { child: ChildProcess; port: number; ended: boolean; said(): string };

/**
 * In a session of its own, so that a terminal's Ctrl-C reaches us and not the database: requests
 * that are being answered still need it.
 */
export async function launch(places: Places): Promise<Launch> {
  const port = windows ? await freePort() : 5432;
  const logStart = openLog(places.logFile);
  const log = openSync(places.logFile, 'a', 0o600);
  const child = spawn(join(places.binaries, 'bin', 'postgres'), postgresArguments(places, port), {
    cwd: places.cluster,
    detached: true,
    stdio: ['ignore', log, log],
    env: postgresEnvironment() as NodeJS.ProcessEnv | undefined,
    windowsHide: true,
    ...identity(places),
  });
  closeSync(log);
  let failure = '';
  const started: Launch = {
    child,
    port,
    ended: false,
    said: () => failure + readFileSync(places.logFile).subarray(logStart).toString('utf8'),
  };
  child.on('error', (cause) => {
    failure = `${cause.message}\n`;
    started.ended = true;
  });
  child.on('exit', () => {
    started.ended = true;
  });
  child.unref();
  return started;
}

function postgresArguments(places: Places, port: number): string[] {
  const where = windows
    ? ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
    : ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${places.sockets}`];
  return ['-D', places.cluster, '-p', String(port), ...where];
}

/** Answers where this start's messages will begin. */
function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= longestLogBytes) return size;
  truncateSync(file);
  return 0;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Fast shutdown: statements are cut off, everything committed is kept. At once if that takes too long. */
export async function shutDown(places: Places, patienceMs: number): Promise<void> {
  const running = readPostmasterFile(places.cluster);
  if (!running || !isAlive(running.pid) || isForeign(running.pid)) return;
  signal(places, running.pid, 'SIGINT');
  if (!(await becomes(() => hasLeft(places, running.pid), patienceMs))) {
    signal(places, running.pid, 'SIGQUIT');
    await becomes(() => hasLeft(places, running.pid), 5_000);
  }
  // One that we adopted and that nobody waits for stays visible as a zombie: no reason to wait long.
  await becomes(() => !isAlive(running.pid), 1_000);
}

function signal(places: Places, pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  if (windows) {
    const mode = name === 'SIGINT' ? 'fast' : 'immediate';
    spawnSync(
      join(places.binaries, 'bin', 'pg_ctl'),
      ['stop', '-D', places.cluster, '-m', mode, '-W'],
      { stdio: 'ignore', windowsHide: true },
    );
    return;
  }
  try {
    process.kill(pid, name);
  } catch {
    // It went by itself.
  }
}

/** The file is the last thing that goes in an orderly end. */
function hasLeft(places: Places, pid: number): boolean {
  return !isAlive(pid) || readPostmasterFile(places.cluster)?.pid !== pid;
}

async function becomes(condition: () => boolean, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    if (condition()) return true;
    await sleep(10);
  }
  return false;
}
