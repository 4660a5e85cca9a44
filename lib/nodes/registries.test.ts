import { readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { icons } from 'lucide-react';
import { expect, test } from 'vitest';
import type { NodeDefinition } from '#lib/core/graph/node-type.ts';
import { nodeCatalogue } from './catalogue.ts';
import { nodeDefinitions } from './definitions.ts';
import { nodeRuntimes } from './runtimes.ts';

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
const definitions: [string, NodeDefinition][] = Object.entries(nodeDefinitions);

test('every folder is a node type in both registries, under its own name', () => {
  const types = folders.map((folder) => folder.replaceAll('-', '_'));
  expect(Object.keys(nodeDefinitions).sort()).toEqual(types);
  expect(Object.keys(nodeRuntimes).sort()).toEqual(types);
});

test.each(definitions)(
  '%s calls itself by its key and has an icon that exists',
  (type, definition) => {
    expect(definition.type).toBe(type);
    const component = definition.icon
      .split('-')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('');
    expect(Object.keys(icons)).toContain(component);
  },
);

test.each(definitions)('%s has ports that fit its kind', (_type, definition) => {
  expect(definition.inputs.length).toBe(definition.kind === 'trigger' ? 0 : 1);
  const outputs = definition.outputs(definition.defaults);
  expect(new Set(outputs).size).toBe(outputs.length);
  if (definition.kind === 'action' && outputs.length > 0) expect(outputs).toEqual(['ok', 'error']);
});

test('the catalogue holds a JSON Schema of each type, which its defaults or a filled-in form fit', () => {
  const entries = nodeCatalogue(nodeDefinitions);
  expect(entries.map(({ type }) => type)).toEqual(Object.keys(nodeDefinitions));
  for (const { type, settings, defaults } of entries) {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(settings);
    const filledIn = type === 'http_request' ? { ...defaults, url: 'https://a.example' } : defaults;
    expect([type, validate(filledIn), validate.errors]).toEqual([type, true, null]);
    expect([type, validate({ noSuchSetting: 1 })]).toEqual([type, false]);
  }
});
