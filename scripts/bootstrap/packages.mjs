import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './shell.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

const stampFile = 'node_modules/.hookline-stamp';

export function arePackagesInstalled() {
  if (readStamp(stampFile) === stampNow()) return true;
  if (!matchesLockFile()) return false;
  stampPackages();
  return true;
}

/** Always with the development packages: the build needs some, whatever NODE_ENV says. */
export async function installPackages() {
  await run('Installing packages (npm ci)', {
    args: ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'],
  });
  stampPackages();
}

function stampNow() {
  return `${hashOf(['package-lock.json'])} ${process.platform}-${process.arch}`;
}

function stampPackages() {
  try {
    writeStamp(stampFile, stampNow());
  } catch {
    // Somebody else's folder: it is compared anew each time.
  }
}

/** For folders that a person filled with `npm install`: npm notes there what it put in. */
function matchesLockFile() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const found = JSON.parse(
      readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8'),
    ).packages;
    return Object.entries(wanted).every(([path, entry]) => path === '' || fits(entry, found[path]));
  } catch {
    return false;
  }
}

function fits(wanted, found) {
  if (!found) return wanted.optional === true && !isForThisMachine(wanted);
  return wanted.version === found.version && wanted.integrity === found.integrity;
}

function isForThisMachine({ os, cpu, libc }) {
  if (os && !os.includes(process.platform)) return false;
  if (cpu && !cpu.includes(process.arch)) return false;
  // Only where nothing speaks against it: a wrong guess costs one npm ci.
  return !(libc || (!os && !cpu));
}
