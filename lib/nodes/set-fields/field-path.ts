import { type Path, scanPath } from '#lib/core/expression/path.ts';
import type { Json } from '#lib/core/json.ts';
import { readOwn, setOwn } from '#lib/core/own-property.ts';
import { err, ok, type Result } from '#lib/core/result.ts';

const maxDepth = 50;
/** A path must not make a list of a million empty places. */
const maxIndex = 999;

/** Fails with a sentence. */
export function parseFieldPath(text: string): Result<Path, string> {
  const scanned = scanPath(text, 0);
  if (!scanned.ok || scanned.value.end !== text.length) {
    return err('Write a path like customer.name, items[0].sku or order["any key"].');
  }
  const { path } = scanned.value;
  if (path.length > maxDepth) return err(`A path has at most ${maxDepth} steps.`);
  if (path.some((segment) => typeof segment === 'number' && segment > maxIndex)) {
    return err(`A list index goes up to ${maxIndex}.`);
  }
  return ok(path);
}

/**
 * The value with one member set. What lies on the way and is no container becomes one: a list before
 * `[n]`, an object before a key. Shares all it doesn't change.
 */
export function withValueAt(target: Json, path: Path, value: Json): Json {
  const [segment, ...rest] = path;
  if (segment === undefined) return value;
  const inner = withValueAt(readOwn(target, segment) ?? null, rest, value);
  if (typeof segment === 'number') {
    const list = Array.isArray(target) ? [...target] : [];
    while (list.length < segment) list.push(null);
    list[segment] = inner;
    return list;
  }
  const object = typeof target === 'object' && target && !Array.isArray(target) ? target : {};
  const copy = { ...object };
  setOwn(copy, segment, inner);
  return copy;
}
