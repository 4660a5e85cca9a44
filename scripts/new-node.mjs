/**
 * npm run new:node <name>: a folder for a node type and its lines in both registries. What comes out
 * passes `npm run check` and its own test as it is; make it yours from there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = process.cwd();
const nodesFolder = path.join(root, 'lib/nodes');

function main() {
  const name = (process.argv[2] ?? '').toLowerCase().replaceAll('_', '-');
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 40) {
    fail('Give a name like send-email: npm run new:node send-email.');
  }
  const names = namesOf(name);
  const folder = path.join(nodesFolder, name);
  if (existsSync(folder)) fail(`lib/nodes/${name} is there already.`);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files(names))) {
    writeFileSync(path.join(folder, file), text);
  }
  register('definitions.ts', {
    import: `import { ${names.camel}Node } from './${name}/definition.ts';`,
    entry: `  ${names.type}: ${names.camel}Node,`,
    end: '} satisfies Record<string, NodeDefinition>;',
  });
  register('runtimes.ts', {
    import: `import { run${names.pascal} } from './${name}/run.ts';`,
    entry: `  ${names.type}: run${names.pascal},`,
    end: '};',
  });
  tidyUp(name);
  console.log(`lib/nodes/${name} is there and registered as ${names.type}. Next:
  1. lib/nodes/${name}/definition.ts: settings, ports, what the palette says, whether it is an effect
  2. lib/nodes/${name}/run.ts: what it does
  3. lib/nodes/${name}/run.test.ts: what a user may rely on
  4. npx vitest run lib/nodes && npm run check`);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function namesOf(name) {
  const words = name.split('-');
  const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
  const pascal = words.map(capital).join('');
  return {
    type: words.join('_'),
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    label: capital(words.join(' ')),
  };
}

function register(file, lines) {
  const target = path.join(nodesFolder, file);
  const text = readFileSync(target, 'utf8');
  const firstOwnImport = text.search(/^import .* from '\.\/[^']+\/[^']+';$/m);
  const end = text.lastIndexOf(`\n${lines.end}`);
  if (firstOwnImport === -1 || end === -1) {
    fail(`lib/nodes/${file} doesn't look as expected: add “${lines.entry.trim()}” by hand.`);
  }
  writeFileSync(
    target,
    `${text.slice(0, firstOwnImport)}${lines.import}\n${text.slice(firstOwnImport, end)}\n${lines.entry}${text.slice(end)}`,
  );
}

/** Biome sorts the imports and wraps what a long name made too long. */
function tidyUp(name) {
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  const touched = [`lib/nodes/${name}`, 'lib/nodes/definitions.ts', 'lib/nodes/runtimes.ts'];
  const done = spawnSync(process.execPath, [biome, 'check', '--write', ...touched], { cwd: root });
  if (done.status !== 0)
    console.error('Format the new files with: npx biome check --write lib/nodes');
}

function files({ type, pascal, camel, label }) {
  return {
    'definition.ts': `import { z } from 'zod';
import { defineNode } from '#lib/core/graph/node-type.ts';

const settings = z.strictObject({
  text: z
    .string('This step has no text. Say what to hand on.')
    .min(1, 'This step has no text. Say what to hand on.')
    .max(10_000),
});
export type ${pascal}Settings = z.infer<typeof settings>;

export const ${camel}Node = defineNode<${pascal}Settings>({
  type: '${type}',
  kind: 'action',
  label: '${label}',
  help: 'Hands on a text, filled in from the request.',
  icon: 'box',
  settings,
  defaults: { text: '{{body}}' },
  inputs: ['in'],
  outputs: () => ['ok', 'error'],
  // True where running it changes something outside Hookline.
  effect: false,
  // More than 1 where a failed attempt can pass by itself.
  defaultAttempts: 1,
});
`,
    'run.ts': `import type { NodeRun } from '#lib/core/execution/types.ts';
import type { ${pascal}Settings } from './definition.ts';

export const run${pascal}: NodeRun<${pascal}Settings> = (settings, { templates, scope }) => {
  const warnings: string[] = [];
  const text = templates.text(settings.text, scope, warnings);
  return { kind: 'done', port: 'ok', output: { text }, input: { text }, warnings };
};
`,
    'run.test.ts': `import { expect, test } from 'vitest';
import { testContext } from '#lib/nodes/test-context.ts';
import { ${camel}Node } from './definition.ts';
import { run${pascal} } from './run.ts';

test('the text is handed on, filled in from the request', async () => {
  const settings = ${camel}Node.settings.parse({ text: 'Hello {{body.name}}' });
  const outcome = await run${pascal}(settings, testContext({ body: { name: 'Ada' } }));
  expect(outcome).toMatchObject({ kind: 'done', port: 'ok', output: { text: 'Hello Ada' } });
});
`,
  };
}

main();
