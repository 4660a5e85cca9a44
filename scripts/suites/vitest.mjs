import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './tool.mjs';

/** Unit and integration tests; a file that can't be loaded counts as one failure. */
export const vitest = {
  name: 'unit and integration',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'hookline-tests-'));
    const report = join(folder, 'report.json');
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code } = await runTool('node_modules/vitest/vitest.mjs', args, { tee: true });
    const result = read(report);
    rmSync(folder, { recursive: true, force: true });
    const failed = result.numFailedTests + filesThatDidNotLoad(result);
    return { passed: result.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
  },
};

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}

function filesThatDidNotLoad({ testResults }) {
  return testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
}
