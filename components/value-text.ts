import type { Json } from '#lib/core/json.ts';

/** A value in one line: texts in quotes, objects by their first keys. Long ones are cut. */
export function valueText(value: Json, maxLength = 60): string {
  if (typeof value === 'string') {
    const cut = value.length > maxLength ? `${value.slice(0, maxLength)}…` : value;
    return JSON.stringify(cut);
  }
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '[ ]' : `[ ${value.length} ]`;
  const keys = Object.keys(value);
  if (keys.length === 0) return '{ }';
  const shown = keys.slice(0, 3).join(', ');
  return keys.length > 3 ? `{ ${shown}, … }` : `{ ${shown} }`;
}
