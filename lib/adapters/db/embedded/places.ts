import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { startRefusal } from '#lib/core/start-refusal.ts';
import { type Account, unprivilegedAccount } from './account.ts';
import { copyBinaries, packagedBinaries } from './binaries.ts';

/** Where the database of one data folder is, and who runs it. */
export type Places = {
  /** PostgreSQL's data directory. */
  cluster: string;
  /** Folder of the Unix socket, 0700; unused on Windows. */
  sockets: string;
  /** PostgreSQL's own messages. */
  logFile: string;
  /** Holds `bin`, `lib`, `share`. */
  binaries: string;
  /** Set when root starts us. */
  account?: Account;
};

const shelf = '/var/lib/hookline';
/** A Unix socket's path is at most 103 bytes on macOS, and PostgreSQL adds `/.s.PGSQL.5432`. */
const longestSocketFolder = 85;

/** Makes the folders that are missing. The data folder itself must exist and be writable. */
export function findPlaces(dataFolder: string): Places {
  const data = realpathSync(dataFolder);
  const pointer = join(data, 'database-location');
  if (process.getuid?.() === 0) return rootPlaces(data, pointer);
  if (existsSync(pointer)) {
    throw startRefusal(
      `The database of ${data} was made by root and lies in ${readFileSync(pointer, 'utf8').trim()}: start Hookline as root, or choose another folder with HOOKLINE_DATA.`,
    );
  }
  return {
    cluster: join(data, 'postgres'),
    sockets: socketFolder(data),
    logFile: join(data, 'postgres.log'),
    binaries: packagedBinaries().folder,
  };
}

/**
 * PostgreSQL's account often can't enter the project's folder (below /root, say), so binaries and
 * data get a folder of their own. The data folder names it, so that both can move or start afresh.
 */
function rootPlaces(data: string, pointer: string): Places {
  makeFolder(shelf, 0o755);
  const binaries = copyBinaries(shelf);
  const made = join(data, 'postgres');
  if (existsSync(made) && !existsSync(pointer)) return ordinaryUsersPlaces(data, made, binaries);
  const home = readPointer(pointer) ?? newHome(data, pointer);
  const account = existsSync(join(home, 'postgres'))
    ? ownerOf(join(home, 'postgres'))
    : unprivilegedAccount();
  const sockets = join(home, 'run');
  makeFolder(sockets, 0o700, account);
  return {
    cluster: join(home, 'postgres'),
    sockets,
    logFile: join(home, 'postgres.log'),
    binaries,
    account,
  };
}

/** An ordinary user started here before: PostgreSQL goes on as that user. */
function ordinaryUsersPlaces(data: string, cluster: string, binaries: string): Places {
  const account = ownerOf(cluster);
  const sockets = socketFolder(data, account);
  return { cluster, sockets, logFile: join(data, 'postgres.log'), binaries, account };
}

function ownerOf(folder: string): Account {
  const { uid, gid } = statSync(folder);
  if (uid !== 0) return { name: `user ${uid}`, uid, gid };
  throw startRefusal(
    `PostgreSQL's data in ${folder} belongs to root, and PostgreSQL does not run as root: give the folder to an ordinary user with chown -R.`,
  );
}

function readPointer(pointer: string): string | undefined {
  if (!existsSync(pointer)) return undefined;
  const home = readFileSync(pointer, 'utf8').trim();
  if (existsSync(home)) return home;
  throw startRefusal(
    `The database folder ${home} is missing: bring it back, or delete the file ${pointer} to begin with an empty database.`,
  );
}

function newHome(data: string, pointer: string): string {
  const label = basename(dirname(data))
    .replaceAll(/[^A-Za-z0-9_-]/g, '')
    .slice(0, 24);
  const home = join(shelf, `${label || 'data'}-${randomBytes(4).toString('hex')}`);
  makeFolder(home, 0o755);
  writeFileSync(join(home, 'belongs-to'), `${data}\n`);
  writeFileSync(pointer, `${home}\n`);
  return home;
}

/** Beside the data where the path is short enough for a socket, else in the system's temporary folder. */
function socketFolder(data: string, account?: Account): string {
  const near = join(data, 'run');
  const uid = account?.uid ?? process.getuid?.() ?? 0;
  const hash = createHash('sha256').update(data).digest('hex').slice(0, 12);
  const far = join(tmpdir(), `hookline-${uid}-${hash}`);
  const folder = Buffer.byteLength(near) <= longestSocketFolder ? near : far;
  makeFolder(folder, 0o700, account);
  const found = lstatSync(folder);
  // In a temporary folder somebody else may have put it there first.
  if (!found.isDirectory() || (process.getuid && found.uid !== uid)) {
    throw startRefusal(`The folder ${folder} belongs to somebody else: remove it and start again.`);
  }
  return folder;
}

function makeFolder(folder: string, mode: number, account?: Account): void {
  try {
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true, mode });
      if (account) chownSync(folder, account.uid, account.gid);
      // The umask may have taken bits that PostgreSQL's account needs.
      chmodSync(folder, mode);
    }
  } catch (cause) {
    throw startRefusal(
      `The folder ${folder} can't be made (${(cause as NodeJS.ErrnoException).code}): free the way, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}
