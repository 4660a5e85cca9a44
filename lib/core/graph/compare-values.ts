import { sameJson } from '#lib/core/expression/compare.ts';
import { isJsonObject, type Json } from '#lib/core/json.ts';

/** One value that differs. `field` is its dotted path; an absent side was not there. */
export type FieldChange = { field: string; before?: Json; after?: Json };

type Side = Json | undefined;

/**
 * What differs between two values, down to the smallest part a person would name: a member, an item
 * of a list of objects, a condition's row as a whole. Items keep their pairs from both ends of a list,
 * so one put in shows as one.
 */
export function compareValues(before: Side, after: Side, field = ''): FieldChange[] {
  if (before === undefined && after === undefined) return [];
  if (before !== undefined && after !== undefined && sameJson(before, after)) return [];
  const objects = pairOf({ before, after }, isOpenObject, {});
  if (objects && (field === '' || (before !== undefined && after !== undefined))) {
    const keys = new Set([...Object.keys(objects.after), ...Object.keys(objects.before)]);
    return [...keys].flatMap((key) =>
      compareValues(own(objects.before, key), own(objects.after, key), joined(field, key)),
    );
  }
  const lists = pairOf({ before, after }, isObjectList, []);
  const items = lists ? compareLists(lists.before, lists.after, field) : [];
  // An empty list is something else than none: then it is named itself.
  if (items.length > 0) return items;
  return [
    { field, ...(before !== undefined && { before }), ...(after !== undefined && { after }) },
  ];
}

function compareLists(before: readonly Json[], after: readonly Json[], field: string) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && sameSide(before[start], after[start])) start += 1;
  let end = 0;
  while (end < most - start && sameSide(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const [old, fresh] = [
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  ];
  return Array.from({ length: Math.max(old.length, fresh.length) }, (_, at) =>
    compareValues(old[at], fresh[at], joined(field, String(start + at))),
  ).flat();
}

/** Both sides as one kind of container; an absent side is an empty one. */
function pairOf<T extends Json>(
  { before, after }: { before: Side; after: Side },
  is: (value: Json) => value is T,
  empty: T,
): { before: T; after: T } | null {
  const [old, fresh] = [before ?? empty, after ?? empty];
  return is(old) && is(fresh) ? { before: old, after: fresh } : null;
}

/** A condition's row reads as one sentence, so it is one value. */
function isOpenObject(value: Json): value is { [key: string]: Json } {
  return isJsonObject(value) && !('left' in value && 'operator' in value);
}

function isObjectList(value: Json): value is Json[] {
  return Array.isArray(value) && value.every(isJsonObject);
}

function sameSide(one: Side, other: Side): boolean {
  return one !== undefined && other !== undefined && sameJson(one, other);
}

function own(object: { [key: string]: Json }, key: string): Side {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function joined(field: string, key: string): string {
  return field === '' ? key : `${field}.${key}`;
}
