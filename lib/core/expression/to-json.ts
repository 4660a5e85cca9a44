import type { Json, JsonObject } from '#lib/core/json.ts';
import { setOwn } from '#lib/core/own-property.ts';
import { maxBodyDepth } from '#lib/core/request/parsed-body.ts';

/**
 * What an engine gave, as JSON: functions and nothing become null (and are left out of objects),
 * NaN and the infinities null. Throws a sentence where it is nested too deep or goes round in a circle.
 */
export function toJson(value: unknown, depth = 0): Json {
  if (typeof value === 'object') {
    return value === null || isFunction(value) ? null : copied(value, depth);
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

function copied(value: object, depth: number): Json {
  if (depth > maxBodyDepth) throw new Error('The result is nested too deep.');
  if (Array.isArray(value)) return value.map((item) => toJson(item, depth + 1));
  const copy: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined && !isFunction(member)) setOwn(copy, key, toJson(member, depth + 1));
  }
  return copy;
}

/** JSONata's functions are objects that hold their whole environment. */
function isFunction(value: unknown): boolean {
  if (typeof value === 'function') return true;
  return (
    typeof value === 'object' &&
    value !== null &&
    ('_jsonata_function' in value || '_jsonata_lambda' in value)
  );
}
