import { asNumber } from '#lib/core/expression/compare.ts';
import type { Json } from '#lib/core/json.ts';
import { parseJson } from '#lib/core/request/parse-json.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { FieldSetting } from './definition.ts';

/** Gives a value the type a field asks for; null stays null. Fails with a sentence's end: "is …". */
export function convert(value: Json, type: FieldSetting['type']): Result<Json, string> {
  if (value === null) return ok(null);
  switch (type) {
    case 'keep':
      return ok(value);
    case 'text':
      return ok(typeof value === 'object' ? JSON.stringify(value) : String(value));
    case 'number':
      return orElse(asNumber(value), 'is no number');
    case 'boolean':
      return orElse(asBoolean(value), 'is neither true nor false');
    case 'json':
      return typeof value === 'string' ? orElse(parseJson(value), 'is no JSON') : ok(value);
  }
}

function orElse(value: Json | undefined, message: string): Result<Json, string> {
  return value === undefined ? err(message) : ok(value);
}

const words: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  '1': true,
  false: false,
  no: false,
  off: false,
  '0': false,
};

function asBoolean(value: Json): boolean | undefined {
  if (typeof value === 'object') return undefined;
  const word = String(value).trim().toLowerCase();
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
