import type { Json } from '#lib/core/json.ts';

/**
 * True where lists and objects nest deeper than `limit`. Ask before handing a value to anything that
 * walks it by recursion. Uses none itself.
 */
export function deeperThan(value: Json, limit: number): boolean {
  let level: Json[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((item) => members(item));
  }
  return false;
}

function members(value: Json): Json[] {
  if (typeof value !== 'object' || value === null) return [];
  const all = Array.isArray(value) ? value : Object.values(value);
  return all.filter((member) => typeof member === 'object' && member !== null);
}
