import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { testPages } from './pages.mjs';
import { startTestServer } from './test-server.mjs';
import { runTool } from './tool.mjs';

/** Playwright over a server of its own that nobody has claimed yet; its one-time link is handed on. */
export const browser = {
  name: 'browser',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'hookline-browser-'));
    let server;
    try {
      const chromium = await findChromium();
      server = await startTestServer({
        HOOKLINE_DIST: testPages,
        // Workflows of the stories call a service on this machine.
        HOOKLINE_EGRESS_ALLOW: '127.0.0.1/32',
      });
      return await runPlaywright(folder, {
        HOOKLINE_E2E_CHROMIUM: chromium,
        HOOKLINE_E2E_URL: server.url,
        HOOKLINE_E2E_CLAIM: /Claim it\s+(\S+)/.exec(server.output())?.[1] ?? '',
      });
    } catch (cause) {
      process.stdout.write(`   ${cause.message}\n`);
      return { passed: 0, failed: 1 };
    } finally {
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function runPlaywright(folder, env) {
  const report = join(folder, 'report.json');
  const { code } = await runTool(
    'node_modules/@playwright/test/cli.js',
    ['test', '--reporter=list,json'],
    {
      tee: true,
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, HOOKLINE_E2E_OUTPUT: folder },
    },
  );
  const { expected, unexpected, flaky } = JSON.parse(readFileSync(report, 'utf8')).stats;
  const failed = unexpected + flaky;
  return { passed: expected, failed: code === 0 ? failed : Math.max(failed, 1) };
}
