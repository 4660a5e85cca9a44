import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, root, say } from './shell.mjs';

const file = join(root, '.node', 'bootstrap.lock');
const touchEveryMs = 5_000;
const staleAfterMs = 30_000;

/** One install or build at a time in this folder, whoever asks; `npm start` and `npm test` may meet. */
export async function underLock(work) {
  await take();
  const timer = setInterval(touch, touchEveryMs);
  const letGo = () => rmSync(file, { force: true });
  process.once('exit', letGo);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    process.removeListener('exit', letGo);
    letGo();
  }
}

async function take() {
  let told = false;
  for (;;) {
    if (tryTake()) return;
    if (isStale()) rmSync(file, { force: true });
    else {
      if (!told) say('Another start is installing or building in this folder: waiting for it…');
      told = true;
      await new Promise((done) => setTimeout(done, 250));
    }
  }
}

function tryTake() {
  try {
    mkdirSync(join(root, '.node'), { recursive: true });
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (cause) {
    if (cause.code === 'EEXIST') return false;
    throw new Refusal(
      `The folder ${root} can't be written (${cause.code}): start once as the user who owns it, so that packages can be installed and built.`,
    );
  }
}

/** Its process is gone, or has not touched it for a while (a number can belong to another program by now). */
function isStale() {
  try {
    if (Date.now() - statSync(file).mtimeMs > staleAfterMs) return true;
    const pid = Number(readFileSync(file, 'utf8'));
    return pid > 0 && !isAlive(pid);
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause.code === 'EPERM';
  }
}

function touch() {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody took it for stale: the work goes on, the worst is that it is done twice.
  }
}
