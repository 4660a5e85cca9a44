import { resolvePath } from '#lib/core/expression/path.ts';
import { firstHeader } from '#lib/core/request/header-value.ts';
import type { TimestampRule } from './scheme.ts';
import type { VerificationInput } from './types.ts';

const digits = /^[0-9]{1,15}$/;
const iso = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T/;
/** From here on a count of seconds would lie in the year 5138: it is milliseconds. */
const millisecondsFrom = 100_000_000_000;

/** Unix seconds, with a fraction; NaN where the text is no timestamp of that unit. */
export function timestampSeconds(text: string, unit: TimestampRule['unit']): number {
  if (unit === 'iso') return isoSeconds(text);
  if (!digits.test(text)) return unit === 'auto' ? isoSeconds(text) : Number.NaN;
  const count = Number(text);
  const milliseconds = unit === 'ms' || (unit === 'auto' && count >= millisecondsFrom);
  return milliseconds ? count / 1000 : count;
}

/** ISO 8601 / RFC 3339, and the dates of RFC 9110 (`Date`). */
function isoSeconds(text: string): number {
  if (text.length > 40 || !(iso.test(text) || /^[A-Z][a-z]{2},? /.test(text))) return Number.NaN;
  return Date.parse(text) / 1000;
}

/** A sentence on what is wrong with a timestamp's age; null where it is inside the window. */
export function staleness(rule: TimestampRule, text: string, now: number): string | null {
  const at = timestampSeconds(text, rule.unit);
  if (Number.isNaN(at)) return `The timestamp ${shown(text)} can't be read as a time.`;
  if (rule.toleranceSeconds === null) return null;
  const age = now - at;
  const limit = `${rule.toleranceSeconds} s`;
  if (age > rule.toleranceSeconds) {
    return `The timestamp is ${whole(age)} s old; at most ${limit} is allowed. Either it is sent again from a recording, or a clock is wrong.`;
  }
  if (rule.window === 'both' && -age > rule.toleranceSeconds) {
    return `The timestamp lies ${whole(-age)} s ahead; at most ${limit} is allowed. Check the clocks.`;
  }
  return null;
}

/** Rounded away from the limit, so that "301 s" is never shown as "300 s". */
function whole(seconds: number): number {
  return Math.ceil(seconds);
}

function shown(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

/** The timestamp outside the signature's header; undefined where there is none. */
export function sentTimestamp(
  rule: TimestampRule,
  request: VerificationInput['request'],
): string | undefined {
  if (rule.from === 'signature') return undefined;
  if ('header' in rule.from) return firstHeader(request.headers, rule.from.header)?.value;
  const value = resolvePath(rule.from.bodyPath, jsonBody(request.body));
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function jsonBody(body: Uint8Array): object {
  try {
    return Object(JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.length).toString()));
  } catch {
    return {};
  }
}

export function timestampName(rule: TimestampRule): string {
  if (rule.from === 'signature') return 'the timestamp in the signature header';
  return 'header' in rule.from ? (rule.from.header[0] ?? '') : rule.from.bodyPath.join('.');
}
