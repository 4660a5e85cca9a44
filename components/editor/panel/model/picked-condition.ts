import { tagOf } from '#components/values/template-marks.ts';
import type { ConditionRow } from '#lib/core/expression/condition.ts';
import type { Path } from '#lib/core/expression/path.ts';
import type { Json, JsonObject } from '#lib/core/json.ts';

/** A value of the sample that somebody clicked. */
export type PickedValue = { path: Path; value: Json };

const longestCompared = 200;

/** The condition that this request would meet: the value as it is, or that there is one. */
export function conditionFor({ path, value }: PickedValue): ConditionRow {
  const left = tagOf(path);
  if (value === null) return { left, operator: 'is_empty' };
  if (typeof value === 'object') return { left, operator: 'is_not_empty' };
  if (typeof value === 'string' && (value === '' || value.length > longestCompared)) {
    return { left, operator: value === '' ? 'is_empty' : 'is_not_empty' };
  }
  return { left, operator: 'equals', right: value };
}

/** A filter's settings with one more condition; what can't be read as conditions is replaced. */
export function withCondition(settings: JsonObject | null, row: ConditionRow): JsonObject {
  const mode = settings && Array.isArray(settings.any) ? 'any' : 'all';
  const parts = settings?.[mode];
  return { [mode]: [...(Array.isArray(parts) ? parts : []), row as unknown as Json] };
}

/** The dotted path of a filter's last condition. */
export function lastCondition(settings: JsonObject): string {
  const mode = Array.isArray(settings.any) ? 'any' : 'all';
  const parts = settings[mode];
  return `${mode}.${Array.isArray(parts) ? parts.length - 1 : 0}`;
}
