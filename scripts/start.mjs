// Plain JavaScript for Node 18 and up, without packages: it runs before there are any.
import nodeModule from 'node:module';
import { join } from 'node:path';
import { prepare } from './bootstrap/prepare.mjs';
import { handOver, installRuntime, isNodeNewEnough } from './bootstrap/runtime.mjs';
import { endChildren, Refusal, root } from './bootstrap/shell.mjs';

const self = new URL('./start.mjs', import.meta.url).pathname;
/** `npm run dev`: pages are compiled when asked for and again when their source changes. */
const dev = process.argv.includes('--dev');

async function start() {
  process.chdir(root);
  endWithParent();
  if (!isNodeNewEnough()) return handOver(await installRuntime(), self);
  const stop = (signal) => {
    endChildren(signal);
    process.exit(0);
  };
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'];
  for (const name of signals) process.on(name, stop);
  await prepare({ pages: !dev && process.env.HOOKLINE_ROLE !== 'worker' });
  for (const name of signals) process.removeListener(name, stop);
  // Compiled code and stripped types of the last start: half a second saved.
  nodeModule.enableCompileCache(join(root, '.node', 'compile-cache'));
  // In this very process: signals and exit codes need no one to pass them on.
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  process.env.NODE_ENV = dev ? 'development' : 'production';
  await import('../server.ts');
}

/** npm that is killed outright leaves us behind; so would a Node that only hands over to us. */
function endWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 1_000);
  timer.unref();
}

try {
  const code = await start();
  if (code !== undefined) process.exit(code);
} catch (cause) {
  process.stderr.write(`${cause instanceof Refusal ? cause.message : cause.stack}\n`);
  process.exit(1);
}
