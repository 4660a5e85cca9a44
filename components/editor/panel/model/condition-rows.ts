import type { Condition, ConditionPart, ConditionRow } from '#lib/core/expression/condition.ts';

/**
 * A filter's conditions as the rows people edit. Each part has an id that stays with it while it is
 * moved, so that fields keep their focus and cursor. Ids mean nothing outside one tree.
 */
export type RowPart = { id: number; kind: 'row'; row: ConditionRow };
export type GroupPart = { id: number; kind: 'group'; mode: 'all' | 'any'; parts: Part[] };
export type Part = RowPart | GroupPart;

export function toRows(condition: Condition): GroupPart {
  let id = 0;
  const read = (part: ConditionPart): Part => {
    id += 1;
    const own = id;
    if ('all' in part) return { id: own, kind: 'group', mode: 'all', parts: part.all.map(read) };
    if ('any' in part) return { id: own, kind: 'group', mode: 'any', parts: part.any.map(read) };
    return { id: own, kind: 'row', row: part };
  };
  return read(condition) as GroupPart;
}

/** The inverse of {@link toRows}. */
export function toCondition(group: GroupPart): Condition {
  const parts = group.parts.map((part) => (part.kind === 'row' ? part.row : toCondition(part)));
  return group.mode === 'all' ? { all: parts } : { any: parts };
}

export function changeRow(root: GroupPart, id: number, change: Partial<ConditionRow>): GroupPart {
  return mapPart(root, id, (part) =>
    part.kind === 'row' ? { ...part, row: tidy({ ...part.row, ...change }) } : part,
  );
}

/** What is false or undefined isn't written down: two ways to say the same would look like a change. */
function tidy({ right, not, caseInsensitive, ...row }: ConditionRow): ConditionRow {
  return {
    ...row,
    ...(right !== undefined && { right }),
    ...(not && { not }),
    ...(caseInsensitive && { caseInsensitive }),
  };
}

export function setMode(root: GroupPart, id: number, mode: 'all' | 'any'): GroupPart {
  return mapPart(root, id, (part) => (part.kind === 'group' ? { ...part, mode } : part));
}

export function addRow(root: GroupPart, groupId: number, row: ConditionRow): GroupPart {
  return append(root, groupId, { id: freshId(root), kind: 'row', row });
}

/** A new group holds one row: an empty `any` would stop everything at once. */
export function addGroup(root: GroupPart, groupId: number, row: ConditionRow): GroupPart {
  const id = freshId(root);
  const inner: Part = { id: id + 1, kind: 'row', row };
  return append(root, groupId, { id, kind: 'group', mode: 'any', parts: [inner] });
}

function append(root: GroupPart, groupId: number, part: Part): GroupPart {
  return mapPart(root, groupId, (group) =>
    group.kind === 'group' ? { ...group, parts: [...group.parts, part] } : group,
  );
}

/** The root stays. */
export function removePart(root: GroupPart, id: number): GroupPart {
  return mapGroups(root, (parts) => parts.filter((part) => part.id !== id));
}

/** One place up or down among its siblings; at the end it stays. */
export function movePart(root: GroupPart, id: number, by: 1 | -1): GroupPart {
  return mapGroups(root, (parts) => {
    const from = parts.findIndex((part) => part.id === id);
    const to = from + by;
    if (from === -1 || to < 0 || to >= parts.length) return parts;
    return parts.toSpliced(from, 1).toSpliced(to, 0, ...parts.slice(from, from + 1));
  });
}

/** Into the group right above it, at its end; where there is none it stays. */
export function moveIntoGroupAbove(root: GroupPart, id: number): GroupPart {
  return mapGroups(root, (parts) => {
    const at = parts.findIndex((part) => part.id === id);
    const [part, above] = [parts[at], parts[at - 1]];
    if (!part || above?.kind !== 'group') return parts;
    return parts.toSpliced(at - 1, 2, { ...above, parts: [...above.parts, part] });
  });
}

/** Out of its group, to right behind it. */
export function moveOut(root: GroupPart, id: number): GroupPart {
  return mapGroups(root, (parts) => {
    const at = parts.findIndex((one) => one.kind === 'group' && has(one, id));
    const group = parts[at];
    const part = group?.kind === 'group' ? group.parts.find((one) => one.id === id) : undefined;
    if (group?.kind !== 'group' || !part) return parts;
    const left = { ...group, parts: group.parts.filter((one) => one !== part) };
    return parts.toSpliced(at, 1, left, part);
  });
}

/** To a place before another part, in any group. A group can't go into itself. */
export function movePartBefore(root: GroupPart, id: number, beforeId: number): GroupPart {
  const moved = findPart(root, id);
  if (!moved || id === beforeId || (moved.kind === 'group' && findPart(moved, beforeId))) {
    return root;
  }
  return mapGroups(removePart(root, id), (parts) => {
    const at = parts.findIndex((part) => part.id === beforeId);
    return at === -1 ? parts : parts.toSpliced(at, 0, moved);
  });
}

export function findPart(part: Part, id: number): Part | undefined {
  if (part.id === id) return part;
  if (part.kind === 'row') return undefined;
  for (const inner of part.parts) {
    const found = findPart(inner, id);
    if (found) return found;
  }
  return undefined;
}

function has(group: GroupPart, id: number): boolean {
  return group.parts.some((part) => part.id === id);
}

function freshId(part: Part): number {
  if (part.kind === 'row') return part.id + 1;
  return Math.max(part.id + 1, ...part.parts.map(freshId));
}

function mapPart(root: GroupPart, id: number, change: (part: Part) => Part): GroupPart {
  const walk = (part: Part): Part => {
    if (part.id === id) return change(part);
    return part.kind === 'row' ? part : { ...part, parts: part.parts.map(walk) };
  };
  return walk(root) as GroupPart;
}

function mapGroups(group: GroupPart, change: (parts: Part[]) => Part[]): GroupPart {
  const parts = change(group.parts);
  return {
    ...group,
    parts: parts.map((part) => (part.kind === 'row' ? part : mapGroups(part, change))),
  };
}
