import type { NodeContext, NodeOutcome, NodeRun } from '#lib/core/execution/types.ts';
import { preview } from '#lib/core/expression/preview.ts';
import { isJsonObject, type Json } from '#lib/core/json.ts';
import { convert } from './convert.ts';
import type { SetFieldsSettings } from './definition.ts';
import { parseFieldPath, withValueAt } from './field-path.ts';

export const runSetFields: NodeRun<SetFieldsSettings> = (settings, context) => {
  const warnings: string[] = [];
  const rendered: { path: string; value: Json }[] = [];
  const failed = (message: string): NodeOutcome => ({
    kind: 'failed',
    error: { code: 'invalid_value', message, retryable: false },
    output: null,
    input: inputOf(settings, rendered),
    warnings,
  });
  let output = startFrom(settings, context, warnings);
  if (!isJsonObject(output)) {
    return failed('“onto” gave no object to set fields on. Point it at one, or use replace.');
  }
  for (const field of settings.fields) {
    const path = parseFieldPath(field.path);
    if (!path.ok) return failed(`“${field.path}” is not a path. ${path.error}`);
    const value = context.templates.value(field.value, context.scope, warnings);
    const converted = convert(value, field.type);
    if (!converted.ok) return failed(`The value for “${field.path}” ${converted.error}.`);
    rendered.push({ path: field.path, value: preview(converted.value) });
    output = withValueAt(output, path.value, converted.value);
  }
  return { kind: 'done', port: 'ok', output, input: inputOf(settings, rendered), warnings };
};

function startFrom(
  { mode, onto }: SetFieldsSettings,
  { templates, scope }: NodeContext,
  warnings: string[],
): Json {
  return mode === 'replace' ? {} : templates.value(onto, scope, warnings);
}

function inputOf({ mode }: SetFieldsSettings, fields: { path: string; value: Json }[]): Json {
  return { mode, fields };
}
