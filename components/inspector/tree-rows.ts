import { type Path, pathText } from '#lib/core/expression/path.ts';
import type { Json } from '#lib/core/json.ts';

export type TreeRow = {
  /** The place as a template says it: `body.items[0].name`. */
  path: string;
  /** Null at the root. */
  key: string | number | null;
  depth: number;
  kind: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  value: Json;
  /** How many members; 0 for a plain value. */
  size: number;
  open: boolean;
  /** Its number among its siblings, from 1, and how many they are. */
  position: number;
  siblings: number;
};

/** Deeper levels start closed, so that the first look fits a screen. */
const openDepth = 2;
/** Members shown of one list or object: the rest is in the download. */
const maxMembers = 1000;

type Place = Pick<TreeRow, 'key' | 'value' | 'depth' | 'position' | 'siblings'> & { steps: Path };

/**
 * The rows of a payload from top to bottom. `toggled`: paths that are not as they start. A closed
 * part costs nothing, however large it is.
 */
export function treeRows(value: Json, root: string, toggled: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  const visit = (place: Place) => {
    const { steps, ...shown } = place;
    const path = pathText(steps);
    const members = membersOf(place.value);
    const starts = place.depth < openDepth && members.length <= 50;
    const open = members.length > 0 && starts !== toggled.has(path);
    rows.push({ ...shown, path, kind: kindOf(place.value), size: members.length, open });
    if (!open) return;
    const siblings = members.length;
    for (const [at, [key, member]] of members.slice(0, maxMembers).entries()) {
      visit({
        steps: [...steps, key],
        key,
        value: member,
        depth: place.depth + 1,
        position: at + 1,
        siblings,
      });
    }
  };
  visit({ steps: [root], key: null, value, depth: 0, position: 1, siblings: 1 });
  return rows;
}

function membersOf(value: Json): [string | number, Json][] {
  if (value === null || typeof value !== 'object') return [];
  return Array.isArray(value)
    ? value.map((member: Json, at): [number, Json] => [at, member])
    : Object.entries(value);
}

function kindOf(value: Json): TreeRow['kind'] {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as 'object' | 'string' | 'number' | 'boolean';
}
