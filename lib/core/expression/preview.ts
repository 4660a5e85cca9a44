import type { Json, JsonObject } from '#lib/core/json.ts';
import { setOwn } from '#lib/core/own-property.ts';

const maxText = 300;
const maxMembers = 20;
const maxLevels = 3;

/** A value small enough to keep beside a verdict: long texts, lists and deep members are cut with '…'. */
export function preview(value: Json, level = 0): Json {
  if (typeof value === 'string') return previewText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (level >= maxLevels) return '…';
  if (Array.isArray(value)) {
    const items = value.slice(0, maxMembers).map((item) => preview(item, level + 1));
    return value.length > maxMembers ? [...items, '…'] : items;
  }
  const shown: JsonObject = {};
  let members = 0;
  for (const key in value) {
    members += 1;
    if (members > maxMembers) {
      shown['…'] = '…';
      break;
    }
    setOwn(shown, key, preview(value[key] as Json, level + 1));
  }
  return shown;
}

/** As {@link preview}, of a text. */
export function previewText(text: string): string {
  return text.length > maxText ? `${text.slice(0, maxText)}…` : text;
}
