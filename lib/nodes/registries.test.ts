import { readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { icons } from 'lucide-react';
import { expect, test } from 'vitest';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import type { NodeDefinition } from '#lib/core/graph/node-type.ts';
import { graphProblems } from '#lib/core/graph/validate.ts';
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

test('the graph of the public contract can be published as it stands', () => {
  const step = (
    id: string,
    type: string,
    settings: GraphDocument['nodes'][number]['settings'],
  ) => ({
    ...{ id, type, name: id, position: { x: 0, y: 0 }, settings },
  });
  const graph: GraphDocument = {
    schema: 1,
    nodes: [
      step('hook', 'webhook', { events: ['support_ticket.created'] }),
      step('urgent', 'filter', {
        all: [
          { left: '{{body.data.priority}}', operator: 'is_one_of', right: ['high', 'critical'] },
        ],
      }),
      step('notify', 'http_request', {
        method: 'POST',
        url: 'https://desk.example/notify',
        headers: { 'x-ticket': '{{body.data.ticket_id}}' },
        body: {
          type: 'json',
          value: { ticket: '{{body.data.ticket_id}}', from: '{{body.data.customer_email}}' },
        },
      }),
    ],
    edges: [
      { id: 'e1', from: { node: 'hook', port: 'out' }, to: { node: 'urgent', port: 'in' } },
      { id: 'e2', from: { node: 'urgent', port: 'match' }, to: { node: 'notify', port: 'in' } },
    ],
  };
  expect(graphProblems(graph, nodeDefinitions, { forPublish: false })).toEqual([]);
});
