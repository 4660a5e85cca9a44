import { expect, it } from 'vitest';
import { z } from 'zod';
import { isJsonObject, type JsonObject } from '#lib/core/json.ts';
import { respondNode } from '#lib/nodes/respond/definition.ts';
import { stopNode } from '#lib/nodes/stop/definition.ts';
import { fieldKind } from './field-kind.ts';

function kinds(settings: z.ZodType) {
  const schema = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }) as JsonObject;
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, fieldKind(one as JsonObject)]),
  );
}

it('reads off a schema how each setting is set', () => {
  expect(kinds(stopNode.settings)).toEqual({ as: 'choice', message: 'text' });
  expect(kinds(respondNode.settings)).toEqual({
    status: 'number_or_template',
    headers: 'pairs',
    body: 'json',
  });
});
