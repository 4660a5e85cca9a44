import type { NodeContext } from '#lib/core/execution/types.ts';
import type { Json } from '#lib/core/json.ts';
import type { HttpRequestSettings } from './settings.ts';

export type Filling = Pick<NodeContext, 'templates' | 'scope'> & { warnings: string[] };
export type Refusal = { code: string; message: string };

/** In order. Null is left out, each item of a list comes on its own. */
export function filledFields(
  fields: HttpRequestSettings['query'],
  { templates, scope, warnings }: Filling,
): [string, Json][] {
  const pairs = Array.isArray(fields)
    ? fields.map(({ name, value }): [string, Json] => [name, value])
    : Object.entries(fields);
  return pairs.flatMap(([name, template]) => {
    const value = templates.value(template, scope, warnings);
    const values = Array.isArray(value) ? value : [value];
    return values.filter((one) => one !== null).map((one): [string, Json] => [name, one]);
  });
}
