import { existsSync } from 'node:fs';
import { runTool } from './tool.mjs';

/** Below this the law was checked over a part of the tree, or over nothing. */
const fewestModules = 50;

function check(name, [script, ...args], accept = () => undefined) {
  return {
    name,
    async run() {
      const { code, output } = await runTool(script, args);
      const objection = code === 0 ? accept(output) : `exit code ${code}`;
      if (objection === undefined) return { passed: 1, failed: 0 };
      process.stdout.write(`${output}\n   ${objection}\n`);
      return { passed: 0, failed: 1 };
    },
  };
}

function enoughModules(output) {
  const count = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0);
  return count >= fewestModules ? undefined : `only ${count} modules were cruised`;
}

export const checks = [
  check('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
  check('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']),
  check(
    'dependency law',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      ...['app', 'components', 'lib', 'server', 'server.ts'].filter((part) => existsSync(part)),
    ],
    enoughModules,
  ),
  check('dead code', ['node_modules/knip/bin/knip.js', '--no-config-hints']),
];
