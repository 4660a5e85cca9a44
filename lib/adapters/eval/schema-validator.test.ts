import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isJsonObject, type Json } from '#lib/core/json.ts';
import { SchemaValidator } from './schema-validator.ts';

const validator = new SchemaValidator();
const check = (schema: Json) => validator.check(JSON.stringify(schema));
const validate = (schema: Json, value: Json) => {
  const result = validator.validate(JSON.stringify(schema), value);
  return result.ok ? result.value.valid : result.error.code;
};

describe('schemas', () => {
  test('the first errors are told with their place', () => {
    const schema = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } };
    expect(validator.validate(JSON.stringify(schema), { id: 'x' })).toEqual({
      ok: true,
      value: { valid: false, errors: ['/id must be integer'] },
    });
  });

  test.each<[string, Json]>([
    ['a type that is none', { type: 'strnig', minLength: 'x' }],
    ['a reference elsewhere', { $ref: 'http://169.254.169.254/latest/meta-data/' }],
    ['a reference to a file', { $ref: 'file:///etc/passwd' }],
    ['a reference to nothing', { $ref: '#/$defs/x' }],
    ['a pattern RE2 refuses', { pattern: '(?=x)' }],
    ['another dialect', { $schema: 'http://json-schema.org/draft-04/schema#' }],
    ['a list', []],
    ['a text', 'x'],
  ])('%s is refused', (_what, schema) => {
    expect(check(schema)).toMatchObject({ ok: false, error: { code: 'invalid_value' } });
  });

  test('references may go round', () => {
    const tree = { properties: { next: { $ref: '#' } }, required: ['v'] };
    expect(validate(tree, { v: 1, next: { v: 2, next: { v: 3 } } })).toBe(true);
    expect(validate(tree, { v: 1, next: { next: { v: 3 } } })).toBe(false);
  });

  test('a hostile pattern is linear', () => {
    expect(validate({ pattern: '^(a+)+$' }, `${'a'.repeat(20_000)}!`)).toBe(false);
  });

  test('19.99 is a multiple of 0.01', () => {
    expect(validate({ multipleOf: 0.01 }, 19.99)).toBe(true);
    expect(validate({ multipleOf: 0.01 }, 19.995)).toBe(false);
  });

  test('formats are checked unless the schema names its dialect', () => {
    expect(validate({ format: 'email' }, 'nobody')).toBe(false);
    expect(validate({ format: 'email' }, 'a@example.com')).toBe(true);
    const $schema = 'https://json-schema.org/draft/2020-12/schema';
    expect(validate({ $schema, format: 'email' }, 'nobody')).toBe(true);
  });

  test('equal $ids of different schemas do not get in each other’s way', () => {
    expect(validate({ $id: 'https://x.example/s', type: 'string' }, 1)).toBe(false);
    expect(validate({ $id: 'https://x.example/s', type: 'number' }, 1)).toBe(true);
  });

  test('members of prototypes are no members', () => {
    expect(validate({ required: ['constructor'] }, {})).toBe(false);
    expect(validate({ properties: { toString: { type: 'number' } } }, {})).toBe(true);
  });
});

type Group = {
  description: string;
  schema: Json;
  tests: { description: string; data: Json; valid: boolean }[];
};
const corpora = process.env.HOOKLINE_CORPORA ?? path.resolve('../shared/corpora');
const suites = { 'draft2020-12': undefined, draft7: 'http://json-schema.org/draft-07/schema#' };
const there = existsSync(path.join(corpora, 'jsonschema'));

test(`the JSON Schema suite is ${there ? 'there' : 'absent, so only our own vectors ran'}`, () => {
  expect(corpora).not.toBe('');
});

function groups(suite: string): (Group & { file: string })[] {
  const folder = path.join(corpora, 'jsonschema', suite);
  if (!there) return [];
  return readdirSync(folder).flatMap((file) =>
    (JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Group[]).map((group) => ({
      ...group,
      file,
    })),
  );
}

/** Where Ajv departs from the suite. Each is refused or judged otherwise; none hangs or crashes. */
const departures = new Set<string>([
  'draft2020-12 dynamicRef.json: A $dynamicRef to a $dynamicAnchor in the same schema resource behaves like a normal $ref to an $anchor',
  "draft2020-12 dynamicRef.json: A $dynamicRef with intermediate scopes that don't include a matching $dynamicAnchor does not affect dynamic scope resolution",
  'draft2020-12 dynamicRef.json: A $dynamicRef without a matching $dynamicAnchor in the same schema resource behaves like a normal $ref to $anchor',
  'draft2020-12 dynamicRef.json: A $dynamicRef that initially resolves to a schema with a matching $dynamicAnchor resolves to the first $dynamicAnchor in the dynamic scope',
  'draft2020-12 dynamicRef.json: A $dynamicRef that initially resolves to a schema without a matching $dynamicAnchor behaves like a normal $ref to $anchor',
  'draft2020-12 dynamicRef.json: strict-tree schema, guards against misspelled properties',
  'draft2020-12 dynamicRef.json: tests for implementation dynamic anchor and reference link',
  'draft2020-12 dynamicRef.json: $ref and $dynamicAnchor are independent of order - $ref first',
  'draft2020-12 dynamicRef.json: $dynamicRef points to a boolean schema',
  'draft2020-12 dynamicRef.json: $dynamicRef skips over intermediate resources - direct reference',
  'draft2020-12 dynamicRef.json: $dynamicRef avoids the root of each schema, but scopes are still registered',
  'draft2020-12 enum.json: empty enum',
  'draft2020-12 properties.json: properties whose names are Javascript object property names',
  'draft2020-12 ref.json: refs with relative uris and defs',
  'draft2020-12 ref.json: relative refs with absolute uris and defs',
  'draft2020-12 ref.json: URN ref with nested pointer ref',
  'draft2020-12 unevaluatedItems.json: unevaluatedItems depends on adjacent contains',
  'draft2020-12 unevaluatedItems.json: unevaluatedItems depends on multiple nested contains',
  'draft2020-12 unevaluatedItems.json: unevaluatedItems and contains interact to control item dependency relationship',
  'draft2020-12 unevaluatedItems.json: unevaluatedItems can see annotations from if without then and else',
  'draft2020-12 unevaluatedProperties.json: unevaluatedProperties with if/then/else, then not defined',
  'draft7 properties.json: properties whose names are Javascript object property names',
  'draft7 ref.json: ref overrides any sibling keywords',
  'draft7 ref.json: $ref prevents a sibling $id from changing the base uri',
]);

for (const [suite, $schema] of Object.entries(suites)) {
  const all = groups(suite);
  if (all.length === 0) continue;
  const known = all.filter(({ file, description }) =>
    departures.has(`${suite} ${file}: ${description}`),
  );
  const rest = all.filter((group) => !known.includes(group));
  const verdicts = ({ schema, tests }: Group) => {
    const dialect = isJsonObject(schema) && $schema ? { ...schema, $schema } : schema;
    return tests.map(({ description, data }) => [description, validate(dialect, data)]);
  };
  const wanted = ({ tests }: Group) => tests.map(({ description, valid }) => [description, valid]);
  test.each(rest)(`${suite} $file: $description`, (group) => {
    expect(verdicts(group)).toEqual(wanted(group));
  });
  test.each(known)(`${suite}, where Ajv still departs: $file: $description`, (group) => {
    expect(verdicts(group)).not.toEqual(wanted(group));
  });
}
