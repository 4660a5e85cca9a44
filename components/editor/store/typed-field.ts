import { sameJson } from '#lib/core/expression/compare.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/core/json.ts';

/** The dotted path of a field, and whether nothing stood in it before. */
export type TypedField = { path: string; wasEmpty: boolean };
type Changes = readonly (TypedField | null)[];

/**
 * The one text or number that was typed between these two, so that the letters of one field are one
 * step of Undo. Null where more changed, a part came or went, or was moved.
 */
export function typedField(before: Json, after: Json): TypedField | null {
  const changed = changedPaths(before, after, '');
  return changed.length === 1 ? (changed[0] ?? null) : null;
}

/** The dotted path of the one part that was put at the end of a list. Null where anything else changed. */
export function addedPart(before: Json | undefined, after: Json | undefined): string | null {
  if (Array.isArray(after) && (before === undefined || Array.isArray(before))) {
    return addedToList(before ?? [], after);
  }
  if (!isJsonObject(before) || !isJsonObject(after)) return null;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return addedWithin(names.map((name) => ({ name, was: before[name], is: after[name] })));
}

function addedToList(before: readonly Json[], after: readonly Json[]): string | null {
  const last = before.length;
  const isLonger = after.length === last + 1 && sameJson([...before], after.slice(0, last));
  if (isLonger) return `.${last}`;
  if (after.length !== last) return null;
  return addedWithin(after.map((is, index) => ({ name: String(index), was: before[index], is })));
}

type Member = { name: string; was: Json | undefined; is: Json | undefined };

function addedWithin(members: readonly Member[]): string | null {
  const [only, more] = members.filter(({ was, is }) => !isSame(was, is));
  if (!only || more) return null;
  const within = addedPart(only.was, only.is);
  return within === null ? null : `.${only.name}${within}`;
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && sameJson(one, other));
}

/** What is no typing counts as two changes. */
const structure: Changes = [null, null];

function changedPaths(before: Json | undefined, after: Json | undefined, at: string): Changes {
  if (before === after) return [];
  if (isTyped(before) && isTyped(after)) {
    return [{ path: at, wasEmpty: before === undefined || before === '' }];
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length !== after.length) return structure;
    return after.flatMap((one, index) => changedPaths(before[index], one, `${at}.${index}`));
  }
  if (isJsonObject(before) && isJsonObject(after)) return changedMembers(before, after, at);
  return structure;
}

function changedMembers(before: JsonObject, after: JsonObject, at: string): Changes {
  const renamed = renamedAt(Object.keys(before), Object.keys(after));
  if (renamed !== null) {
    const values = changedPaths(Object.values(before), Object.values(after), at);
    return values.length === 0 ? [{ path: `${at} name ${renamed}`, wasEmpty: false }] : structure;
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
