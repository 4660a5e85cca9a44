import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { startRefusal } from '#lib/core/start-refusal.ts';

/** The operating system's user that PostgreSQL runs as: it refuses to run as root. */
export type Account = { name: string; uid: number; gid: number };

const own = 'hookline';
const others = ['postgres', '_postgres', 'nobody'];

/** Only root asks. Our own account, made if need be; else one that has no rights anywhere. */
export function unprivilegedAccount(): Account {
  const account = findAccount(own) ?? createAccount() ?? others.map(findAccount).find(Boolean);
  if (account) return account;
  throw startRefusal(
    'PostgreSQL does not run as root and this machine has no other user: start Hookline as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  );
}

function createAccount(): Account | undefined {
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--no-create-home', '--user-group', '--shell', '/bin/false', own]],
    // BusyBox.
    ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', own]],
  ];
  for (const [command, args] of attempts) {
    for (const folder of ['', '/usr/sbin/', '/sbin/']) {
      const made = spawnSync(`${folder}${command}`, args, { stdio: 'ignore', timeout: 10_000 });
      if (made.status === 0) return findAccount(own);
    }
  }
  return undefined;
}

function findAccount(name: string): Account | undefined {
  return fromPasswd(name) ?? fromId(name);
}

function fromPasswd(name: string): Account | undefined {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    return usable(name, uid, gid);
  } catch {
    return undefined;
  }
}

/** Accounts that live in a directory service, as on macOS. */
function fromId(name: string): Account | undefined {
  const ask = (flag: string) =>
    spawnSync('id', [flag, name], { encoding: 'utf8', timeout: 5_000 }).stdout?.trim();
  return usable(name, ask('-u'), ask('-g'));
}

function usable(name: string, uid?: string, gid?: string): Account | undefined {
  if (!uid || !gid) return undefined;
  const account = { name, uid: Number(uid), gid: Number(gid) };
  const fits = Number.isInteger(account.uid) && Number.isInteger(account.gid) && account.uid > 0;
  return fits ? account : undefined;
}
