import { testPages } from './pages.mjs';
import { runTool } from './tool.mjs';

/** Kills servers and databases under load: few rounds in `npm test`, many by `npm run test:crash`. */
export function crash(...args) {
  return {
    name: 'crash',
    async run() {
      const env = { HOOKLINE_DIST: testPages };
      const { code, output } = await runTool('e2e/crash/run.ts', args, { tee: true, env });
      const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [0, 0, 1];
      return { passed: Number(passed), failed: Math.max(Number(failed), code === 0 ? 0 : 1) };
    },
  };
}
