import { arePagesBuilt, buildPages } from '../bootstrap/build.mjs';
import { underLock } from '../bootstrap/lock.mjs';

/** Apart from `.next`, so that a server that runs keeps what it serves. */
export const testPages = '.next-test';

export const pages = {
  name: 'build',
  async run() {
    try {
      await underLock(async () => {
        if (!arePagesBuilt(testPages)) await buildPages(testPages);
      });
      return { passed: 1, failed: 0 };
    } catch (cause) {
      process.stdout.write(`   ${cause.message}\n`);
      return { passed: 0, failed: 1 };
    }
  },
};
