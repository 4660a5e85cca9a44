import { z } from 'zod';
import type { FieldProblem } from '#lib/core/errors.ts';
import { jsonValue } from '#lib/core/graph/document.ts';
import { defineNode } from '#lib/core/graph/node-type.ts';
import { parseFieldPath } from './field-path.ts';

const field = z.strictObject({
  path: z
    .string()
    .min(1, 'Name the field.')
    .max(400)
    .describe('Where the value goes: customer.name, items[0].sku, order["any key"].'),
  value: jsonValue.describe('A value, with templates anywhere inside.'),
  type: z
    .enum(['keep', 'text', 'number', 'boolean', 'json'])
    .default('keep')
    .describe('keep: as the template gives it. json: a text, parsed.'),
});

const settings = z.strictObject({
  fields: z.array(field).max(200),
  mode: z
    .enum(['replace', 'merge'])
    .default('replace')
    .describe(
      'replace: the output holds these fields alone. merge: they are set on top of `onto`.',
    ),
  onto: jsonValue.default('{{body}}').describe('With merge: the object to start from.'),
});
export type SetFieldsSettings = z.infer<typeof settings>;
export type FieldSetting = SetFieldsSettings['fields'][number];

function check({ fields }: SetFieldsSettings): FieldProblem[] {
  return fields.flatMap(({ path }, index) => {
    const parsed = parseFieldPath(path);
    return parsed.ok ? [] : [{ field: `fields.${index}.path`, message: parsed.error }];
  });
}

export const setFieldsNode = defineNode<SetFieldsSettings>({
  type: 'set_fields',
  kind: 'action',
  label: 'Set fields',
  help: 'Makes an object for the steps after it, field by field.',
  icon: 'braces',
  settings,
  defaults: { mode: 'replace', fields: [{ path: 'name', value: '' }] },
  inputs: ['in'],
  outputs: () => ['ok', 'error'],
  effect: false,
  defaultAttempts: 1,
  check,
});
