import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a running PostgreSQL says about itself in `postmaster.pid`. */
export type PostmasterFile = { pid: number; port: number; sockets: string };

export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Math.abs(Number(lines[0]));
    if (!Number.isInteger(pid) || pid === 0) return undefined;
    return { pid, port: Number(lines[3]) || 5432, sockets: lines[4]?.trim() ?? '' };
  } catch {
    return undefined;
  }
}

/** True also for a process that somebody else owns. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * After a reboot, or in a container, another program may have the number that the file names, and
 * PostgreSQL then refuses to start for ever. Removed only where the system proves that it isn't PostgreSQL.
 */
export function removeForeignPostmasterFile(cluster: string): void {
  const file = readPostmasterFile(cluster);
  if (file && isAlive(file.pid) && isForeign(file.pid)) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
  }
}

/** Certainly another program than PostgreSQL. */
export function isForeign(pid: number): boolean {
  return process.platform === 'linux' && programOf(pid)?.endsWith('/postgres') === false;
}

function programOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, '');
  } catch {
    return undefined;
  }
}
