import { browser } from './browser.mjs';
import { checks } from './checks.mjs';
import { crash } from './crash.mjs';
import { pages } from './pages.mjs';
import { vitest } from './vitest.mjs';

/** A suite is a name and what it came to: `{ passed, failed }`. A check counts as one. */
const parts = {
  all: () => [...checks, vitest, pages, crash('--rounds', '3'), browser],
  check: () => checks,
  unit: () => [vitest],
  e2e: () => [pages, browser],
  // `npm run test:crash -- --rounds 5`
  crash: (args) => [pages, crash(...args)],
};

export function suitesFor(part, args) {
  const suites = parts[part];
  if (!suites) throw new Error(`There is no part "${part}": ${Object.keys(parts).join(', ')}.`);
  return suites(args);
}

/** Runs all of them even after a failure; the last line sums up, the exit code is 0 only if all passed. */
export async function runSuites(suites) {
  const sum = { passed: 0, failed: 0 };
  for (const suite of suites) {
    process.stdout.write(`\n== ${suite.name}\n`);
    const { passed, failed } = await suite.run();
    process.stdout.write(`   ${suite.name}: ${passed} passed, ${failed} failed\n`);
    sum.passed += passed;
    sum.failed += failed;
  }
  process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed\n`);
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}
