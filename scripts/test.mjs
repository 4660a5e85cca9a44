// Plain JavaScript for Node 18 and up: like start.mjs it runs before there are any packages.
import { prepare } from './bootstrap/prepare.mjs';
import { handOver, installRuntime, isNodeNewEnough } from './bootstrap/runtime.mjs';
import { Refusal, root } from './bootstrap/shell.mjs';
import { runSuites, suitesFor } from './suites/suites.mjs';

const self = new URL('./test.mjs', import.meta.url).pathname;

/** `npm test` runs everything; `npm run check` and the other scripts name a part. */
async function test() {
  process.chdir(root);
  if (!isNodeNewEnough()) return handOver(await installRuntime(), self);
  await prepare({ pages: false });
  return runSuites(suitesFor(process.argv[2] ?? 'all', process.argv.slice(3)));
}

try {
  process.exit(await test());
} catch (cause) {
  process.stderr.write(`${cause instanceof Refusal ? cause.message : cause.stack}\n`);
  process.exit(1);
}
