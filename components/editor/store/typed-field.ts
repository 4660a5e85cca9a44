import { isJsonObject, type Json, type JsonObject } from '#lib/core/json.ts';

/**
 * The dotted path of the one text or number that was typed between these two, so that the letters of
 * one field are one step of Undo. Null where more changed, a part came or went, or was moved.
 */
export function typedField(before: Json, after: Json): string | null {
  const changed = changedPaths(before, after, '');
  return changed.length === 1 ? (changed[0] ?? null) : null;
}

/** What is no typing counts as two changes. */
const structure: readonly (string | null)[] = [null, null];

function changedPaths(
  before: Json | undefined,
  after: Json | undefined,
  at: string,
): readonly (string | null)[] {
  if (before === after) return [];
  if (isTyped(before) && isTyped(after)) return [at];
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length !== after.length) return structure;
    return after.flatMap((one, index) => changedPaths(before[index], one, `${at}.${index}`));
  }
  if (isJsonObject(before) && isJsonObject(after)) return changedMembers(before, after, at);
  return structure;
}

function changedMembers(
  before: JsonObject,
  after: JsonObject,
  at: string,
): readonly (string | null)[] {
  const renamed = renamedAt(Object.keys(before), Object.keys(after));
  if (renamed !== null) {
    const values = changedPaths(Object.values(before), Object.values(after), at);
    return values.length === 0 ? [`${at} name ${renamed}`] : structure;
  }
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => changedPaths(before[name], after[name], `${at}.${name}`));
}

/** A field that is empty may not be written down at all. */
function isTyped(value: Json | undefined): boolean {
  return value === undefined || typeof value === 'string' || typeof value === 'number';
}

/** The place of the one name that differs. */
function renamedAt(before: readonly string[], after: readonly string[]): number | null {
  if (before.length !== after.length) return null;
  const differing = after.flatMap((name, index) => (name === before[index] ? [] : [index]));
  return differing.length === 1 ? (differing[0] ?? null) : null;
}
