import type { Json } from '#lib/core/json.ts';

/** Typed equality of JSON values: 1 is not "1"; members in any order. Depth is capped at parsing. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => sameJson(item, b[index] as Json));
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key] as Json, b[key] as Json));
}

const numeric = /^\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\s*$/;
const integer = /^\s*[+-]?[0-9]+\s*$/;

/** A finite number, or a text that reads as one. */
export function asNumber(value: Json): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.length > 400 || !numeric.test(value)) return undefined;
  const read = Number(value);
  return Number.isFinite(read) ? read : undefined;
}

/** Negative, zero or positive; undefined where one side is no number. Whole numbers of any length are exact. */
export function compareNumbers(a: Json, b: Json): number | undefined {
  const left = asNumber(a);
  const right = asNumber(b);
  if (left === undefined || right === undefined) return undefined;
  if (Number.isSafeInteger(left) || Number.isSafeInteger(right)) return left - right;
  if (integer.test(String(a)) && integer.test(String(b))) {
    const difference = BigInt(unsigned(a)) - BigInt(unsigned(b));
    return difference === 0n ? 0 : Number(difference > 0n) * 2 - 1;
  }
  return left - right;
}

/** BigInt reads no leading plus. */
function unsigned(value: Json): string {
  return String(value).trim().replace(/^\+/, '');
}

const isoDate =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;
/** Numbers below are seconds (until the year 5138), from it on milliseconds (since 1973). */
const secondsBelow = 100_000_000_000;

/**
 * Unix milliseconds of an ISO 8601 date or time (UTC where it names no zone) or of a number of
 * Unix seconds or milliseconds, also written as text. Undefined for anything else.
 */
export function asInstant(value: Json): number | undefined {
  const number = asNumber(value);
  if (number !== undefined) return Math.abs(number) < secondsBelow ? number * 1000 : number;
  const parts = typeof value === 'string' ? isoDate.exec(value.trim()) : null;
  if (!parts) return undefined;
  const [, day = '', time = '00:00', zone = 'Z'] = parts;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const read = Date.parse(`${day}T${time}${offset}`);
  return Number.isNaN(read) || !isCalendarDay(day) ? undefined : read;
}

/** Date.parse takes 30 February for 2 March. */
function isCalendarDay(day: string): boolean {
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}
