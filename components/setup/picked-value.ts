import { isJsonObject, type Json, type JsonObject } from '#lib/core/json.ts';
import type { PickedValue } from '../editor/panel/model/picked-condition.ts';
import { tagOf } from '../values/template-marks.ts';

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
