import { expect, test } from 'vitest';
import { testContext } from '#lib/nodes/test-context.ts';
import { type SetFieldsSettings, setFieldsNode } from './definition.ts';
import { runSetFields } from './run.ts';

const body = { customer: { name: 'Ada', tags: ['new'] }, total: '12.50', paid: 'yes' };

async function outputOf(settings: Record<string, unknown>, scope = { body: body as never }) {
  const parsed = setFieldsNode.settings.parse(settings) as SetFieldsSettings;
  return runSetFields(parsed, testContext(scope));
}

test('the output holds the fields alone, nested as their paths say', async () => {
  const outcome = await outputOf({
    fields: [
      { path: 'who.name', value: '{{body.customer.name}}' },
      { path: 'lines[1].note', value: 'from {{body.customer.name}}' },
      { path: 'who["any key"]', value: { tags: '{{body.customer.tags}}' } },
    ],
  });
  expect(outcome).toMatchObject({
    kind: 'done',
    port: 'ok',
    output: {
      who: { name: 'Ada', 'any key': { tags: ['new'] } },
      lines: [null, { note: 'from Ada' }],
    },
  });
});

test('merge sets fields on the body and leaves the rest, without touching the body itself', async () => {
  const before = structuredClone(body);
  const outcome = await outputOf({
    mode: 'merge',
    fields: [{ path: 'customer.name', value: 'Grace' }],
  });
  expect(outcome).toMatchObject({
    output: { customer: { name: 'Grace', tags: ['new'] }, total: '12.50', paid: 'yes' },
  });
  expect(body).toEqual(before);
});

test('values are given the type a field asks for', async () => {
  const outcome = await outputOf({
    fields: [
      { path: 'total', value: '{{body.total}}', type: 'number' },
      { path: 'paid', value: '{{body.paid}}', type: 'boolean' },
      { path: 'customer', value: '{{body.customer}}', type: 'text' },
      { path: 'parsed', value: '[1, {"a": 2}]', type: 'json' },
      { path: 'missing', value: '{{body.nothing}}', type: 'number' },
    ],
  });
  expect(outcome).toMatchObject({
    output: {
      total: 12.5,
      paid: true,
      customer: '{"name":"Ada","tags":["new"]}',
      parsed: [1, { a: 2 }],
      missing: null,
    },
  });
});

test('a value that does not have the asked type fails the step and says which', async () => {
  const outcome = await outputOf({
    fields: [{ path: 'total', value: '{{body.customer.name}}', type: 'number' }],
  });
  expect(outcome).toMatchObject({
    kind: 'failed',
    error: {
      code: 'invalid_value',
      message: 'The value for “total” is no number.',
      retryable: false,
    },
  });
});

test('merging onto a body that is a text fails the step', async () => {
  const settings = { mode: 'merge', fields: [] };
  expect(await outputOf(settings, { body: 'plain' as never })).toMatchObject({ kind: 'failed' });
});

test('a field called __proto__ is a plain member and reaches nothing else', async () => {
  const outcome = await outputOf({ fields: [{ path: '__proto__.polluted', value: true }] });
  const { output } = outcome as { output: object };
  expect(Object.keys(output)).toEqual(['__proto__']);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('a path that cannot be read is told before publishing', () => {
  const parsed = setFieldsNode.settings.parse({
    fields: [
      { path: 'a..b', value: 1 },
      { path: 'a[5000]', value: 1 },
      { path: 'ok', value: 1 },
    ],
  });
  expect(setFieldsNode.check?.(parsed).map(({ field }) => field)).toEqual([
    'fields.0.path',
    'fields.1.path',
  ]);
});
