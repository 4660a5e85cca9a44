import type { Json } from './json.ts';

/**
 * Where in a value a text stands that PostgreSQL can't keep: a NUL, or half of a surrogate pair. The
 * dotted path of the first one, or null. '' is the value itself. Not for values nested without bound.
 */
export function unstorableAt(value: Json): string | null {
  if (typeof value === 'string') return isStorable(value) ? null : '';
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, member] of Object.entries(value)) {
    const at = isStorable(key) ? unstorableAt(member) : '';
    if (at !== null) return [key.replaceAll('\0', '�'), at].filter(Boolean).join('.');
  }
  return null;
}

export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
