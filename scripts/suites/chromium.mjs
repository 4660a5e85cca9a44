import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Refusal, root, run } from '../bootstrap/shell.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const fixedPlaces = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** An installed browser; else Debian's, where we may install it; else Playwright's own download. */
export async function findChromium() {
  const found = installed() ?? (await playwrights());
  if (found) return found;
  await install();
  const made = installed() ?? (await playwrights());
  if (made) return made;
  throw new Refusal(
    'There is no Chromium on this machine and none could be fetched: install Chromium or Chrome and run the tests again.',
  );
}

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...paths, ...fixedPlaces].find((path) => existsSync(path));
}

async function playwrights() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

async function install() {
  const isDebian = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  const attempts = [];
  if (isDebian && process.getuid?.() === 0) {
    attempts.push({ file: 'apt-get', args: ['update'] });
    attempts.push({
      file: 'apt-get',
      args: ['install', '-y', '--no-install-recommends', 'chromium'],
    });
  }
  attempts.push({
    file: process.execPath,
    args: [join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'],
  });
  for (const attempt of attempts) {
    if (installed()) return;
    await run('Fetching Chromium', attempt).catch(() => {});
  }
}
