import type { ConditionRow } from '#lib/core/expression/condition.ts';
import { type Path, pathText } from '#lib/core/expression/path.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/core/json.ts';

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

/** Conditions of a filter, those in groups too. */
export function conditionCount(settings: JsonObject | null): number {
  const count = (part: Json): number => {
    if (!isJsonObject(part)) return 0;
    const parts = part.all ?? part.any;
    return Array.isArray(parts) ? parts.reduce<number>((sum, one) => sum + count(one), 0) : 1;
  };
  return settings ? count(settings) : 0;
}

/** The call's body with one more field, named as the value is; a name that is taken gets a number. */
export function withBodyField(settings: JsonObject, { path }: PickedValue): JsonObject {
  const { body } = settings;
  const value = isJsonObject(body) && isJsonObject(body.value) ? body.value : {};
  const own = String(path.findLast((step) => typeof step === 'string') ?? 'value');
  let name = own;
  for (let number = 2; Object.hasOwn(value, name); number += 1) name = `${own}${number}`;
  return { ...settings, body: { type: 'json', value: { ...value, [name]: tagOf(path) } } };
}

export function tagOf(path: Path): string {
  return `{{${pathText(path)}}}`;
}
