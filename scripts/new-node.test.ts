import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let copy: string;

/** Tests of the core reach into parts of the tree that aren't copied. */
const isNeeded = (file: string) => !(file.startsWith('lib/core') && file.endsWith('.test.ts'));

/** Enough of the tree for the scripts and checks that touch node types. */
beforeAll(() => {
  copy = realpathSync(mkdtempSync(path.join(tmpdir(), 'hookline-new-node-')));
  for (const part of [
    'package.json',
    'tsconfig.json',
    'biome.json',
    '.gitignore',
    'lint',
    'lib/core',
    'lib/nodes',
  ]) {
    cpSync(part, path.join(copy, part), { recursive: true, filter: isNeeded });
  }
  mkdirSync(path.join(copy, 'scripts'));
  cpSync('scripts/new-node.mjs', path.join(copy, 'scripts/new-node.mjs'));
  symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'));
  const nodesAlone = { extends: './tsconfig.json', include: ['lib/nodes/**/*.ts'] };
  writeFileSync(path.join(copy, 'tsconfig.nodes.json'), JSON.stringify(nodesAlone));
  writeFileSync(
    path.join(copy, 'vitest.config.ts'),
    'export default { test: { maxWorkers: 1 } };\n',
  );
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(...parameters: string[]): string {
  const done = spawnSync(process.execPath, parameters, { cwd: copy, encoding: 'utf8' });
  return `${done.status}\n${done.stdout}\n${done.stderr}`;
}
const newNode = (name: string) => run('scripts/new-node.mjs', name);

test('a new node type passes lint, types and tests as it comes out', () => {
  expect(newNode('send-text-message')).toMatch(/^0\n/);
  expect(newNode('ping')).toMatch(/^0\n/);
  expect(readdirSync(path.join(copy, 'lib/nodes/send-text-message'))).toHaveLength(3);
  expect(run('node_modules/@biomejs/biome/bin/biome', 'check', 'lib/nodes')).toMatch(/^0\n/);
  expect(run('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.nodes.json')).toMatch(
    /^0\n/,
  );
  const vitest = [
    'node_modules/vitest/vitest.mjs',
    'run',
    'lib/nodes/registries',
    'lib/nodes/send',
    'lib/nodes/ping',
  ];
  expect(run(...vitest)).toMatch(/^0\n/);
}, 180_000);

test('a name that is taken or no name at all is refused in one sentence', () => {
  expect(newNode('filter')).toBe('1\n\nlib/nodes/filter is there already.\n');
  expect(newNode('../evil')).toContain('Give a name like send-email');
});
