import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identity, postgresEnvironment } from './cluster.ts';
import type { Places } from './places.ts';
import { isAlive, readPostmasterFile } from './postmaster-file.ts';

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
  if (!running || !isAlive(running.pid)) return;
  signal(places, running.pid, 'SIGINT');
  if (await isGone(places, running.pid, patienceMs)) return;
  signal(places, running.pid, 'SIGQUIT');
  await isGone(places, running.pid, 5_000);
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

/** The file goes as the last thing: a process that nobody waits for stays visible as a zombie. */
async function isGone(places: Places, pid: number, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    if (!isAlive(pid) || readPostmasterFile(places.cluster)?.pid !== pid) return true;
    await sleep(20);
  }
  return false;
}
