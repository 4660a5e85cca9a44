import type { Json } from '#lib/core/json.ts';
import { parseJson } from './parse-json.ts';
import { FieldMap, maxFields } from './parsed-body.ts';

/**
 * Parses `application/x-www-form-urlencoded` (WHATWG URL §5.1): names stay as sent (`a[]`, `b[x]`),
 * a name sent twice becomes a list. A form whose only field is `payload` holding a JSON object (as
 * GitHub and Slack send) is that object. Undefined where there are too many fields.
 */
export function parseForm(text: string): Json | undefined {
  if (hasMoreFieldsThan(text, maxFields)) return undefined;
  const fields = new FieldMap();
  for (const [name, value] of new URLSearchParams(text)) fields.add(name, value);
  const payload = fields.size === 1 ? fields.get('payload') : undefined;
  if (typeof payload === 'string') {
    const parsed = parseJson(payload);
    if (typeof parsed === 'object' && parsed !== null) return parsed;
  }
  return fields.toJson();
}

function hasMoreFieldsThan(text: string, limit: number): boolean {
  let fields = 1;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    fields += 1;
    if (fields > limit) return true;
  }
  return false;
}
