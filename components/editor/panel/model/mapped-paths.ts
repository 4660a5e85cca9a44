import { templateMarks } from '#components/values/template-marks.ts';
import { pathText } from '#lib/core/expression/path.ts';
import { textsIn } from '#lib/core/expression/template.ts';
import type { Json } from '#lib/core/json.ts';

/** Which paths a step uses, and in which of its settings: the rows that the tree marks. */
export function mappedPaths(settings: Json): ReadonlyMap<string, readonly string[]> {
  const mapped = new Map<string, string[]>();
  for (const { path: field, text } of textsIn(settings)) {
    for (const key of pathsIn(text)) {
      const fields = mapped.get(key) ?? [];
      mapped.set(key, fields.includes(field) ? fields : [...fields, field]);
    }
  }
  return mapped;
}

function pathsIn(text: string): string[] {
  if (!text.includes('{{')) return [];
  return templateMarks(text).flatMap(({ path }) => (path ? [pathText(path)] : []));
}

const structural = /^(?:\d+|value|fields|all|any|left|right|when|cases|headers|query|body)$/;

/** The part of a setting's place that people named: `title` of `body.value.title`. */
export function fieldName(field: string): string {
  const parts = field.split('.');
  return parts.findLast((part) => !structural.test(part)) ?? parts[0] ?? field;
}
