import type { Json } from '#lib/core/json.ts';
import { maxBodyDepth } from './parsed-body.ts';

/** Only texts that may hold a number JavaScript can't keep pay for the slower way. */
const riskyNumber = /[0-9]{16}|[eE]\+?[0-9]{3}/;
const wholeNumber = /^-?[0-9]+$/;

/**
 * Parses JSON (RFC 8259). Whole numbers beyond 2^53 and numbers beyond a double become their text,
 * digit for digit: rounding an id without a word would be worse than a change of type. Undefined
 * where the text is not JSON or nested deeper than `maxBodyDepth`.
 */
export function parseJson(text: string): Json | undefined {
  if (nestsTooDeep(text)) return undefined;
  try {
    const value: unknown = riskyNumber.test(text)
      ? JSON.parse(text, keepExact as (key: string, value: unknown) => unknown)
      : JSON.parse(text);
    return value as Json;
  } catch {
    return undefined;
  }
}

function keepExact(_key: string, value: unknown, context: { source?: string }): unknown {
  if (typeof value !== 'number') return value;
  const source = context.source ?? '';
  if (!Number.isFinite(value)) return source;
  return wholeNumber.test(source) && !Number.isSafeInteger(value) ? source : value;
}

/** Counts brackets outside strings. Reads the text only where it is long enough to nest that deep. */
function nestsTooDeep(text: string): boolean {
  if (text.length <= maxBodyDepth) return false;
  let depth = 0;
  for (let at = 0; at < text.length && depth <= maxBodyDepth; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = stringEnd(text, at + 1);
    // Braces differ from brackets by one bit: [ 5b, { 7b, ] 5d, } 7d.
    else if ((code | 0x20) === 0x7b) depth += 1;
    else if ((code | 0x20) === 0x7d) depth -= 1;
  }
  return depth > maxBodyDepth;
}

/** The closing quote's index: one with an even number of backslashes before it. */
function stringEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (before >= from && text.charCodeAt(before) === 0x5c) before -= 1;
    if ((at - before) % 2 === 1) return at;
  }
  return text.length;
}
