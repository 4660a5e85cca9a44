import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './shell.mjs';

/** What a folder was made from, in a file inside it. */
export function readStamp(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}

export function writeStamp(path, stamp) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), stamp);
}

/** SHA-256 over names and contents of files and of whole folders; what is missing counts as empty. */
export function hashOf(paths, skip = () => false) {
  const hash = createHash('sha256');
  for (const path of paths) addPath(hash, path, skip);
  return hash.digest('hex');
}

function addPath(hash, path, skip) {
  const entries = list(path);
  if (!entries) {
    hash.update(`${path}\0`).update(read(path)).update('\0');
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = `${path}/${entry.name}`;
    if (!skip(inner)) addPath(hash, inner, skip);
  }
}

function list(path) {
  try {
    return readdirSync(join(root, path), { withFileTypes: true });
  } catch {
    return undefined;
  }
}

function read(path) {
  try {
    return readFileSync(join(root, path));
  } catch {
    return '';
  }
}
