import { type Path, pathText } from '#lib/core/expression/path.ts';
import type { Json } from '#lib/core/json.ts';

/** One visible line of the data picker. Rows come in reading order; depth 0 is a template root. */
export type TreeRow = {
  /** As templates write it; unique, so it is the row's key too. */
  id: string;
  path: Path;
  depth: number;
  label: string;
  value: Json;
  /** How many rows it can open. 0 for a plain value. */
  children: number;
  open: boolean;
  /** Place among its siblings, counted from 1, and how many they are. */
  position: number;
  setSize: number;
};

export type TreeView = {
  /** Ids of opened rows. A search opens what leads to a hit by itself. */
  open: ReadonlySet<string>;
  search: string;
};

/** Lists of a million items would freeze the page; the rest is reached by typing its index. */
const maxMembers = 500;
const maxRows = 4000;

/** The rows of a tree whose first level is the scope's roots. */
export function treeRows(scope: Readonly<Record<string, Json>>, view: TreeView): TreeRow[] {
  const rows: TreeRow[] = [];
  const search = view.search.trim().toLowerCase();
  addMembers(scope, [], { rows, open: view.open, search });
  return rows;
}

type Walk = { rows: TreeRow[]; open: ReadonlySet<string>; search: string };

function addMembers(value: Json | Readonly<Record<string, Json>>, at: Path, walk: Walk): void {
  const members = membersOf(value).filter(([key, member]) => isWanted(key, member, walk.search));
  for (const [index, [key, member]] of members.entries()) {
    if (walk.rows.length >= maxRows) return;
    const path = [...at, key];
    const id = pathText(path);
    const children = membersOf(member).length;
    const open = children > 0 && (walk.search !== '' || walk.open.has(id));
    walk.rows.push({
      ...{ id, path, children, open, value: member },
      ...{ depth: at.length, label: String(key), position: index + 1, setSize: members.length },
    });
    // What matched by its own name shows all it holds.
    const inner = matchesKey(key, walk.search) ? { ...walk, search: '' } : walk;
    if (open && (walk.search === '' || inner === walk || walk.open.has(id))) {
      addMembers(member, path, inner);
    }
  }
}

function membersOf(value: Json | Readonly<Record<string, Json>>): [string | number, Json][] {
  if (Array.isArray(value)) {
    return value.slice(0, maxMembers).map((item, index) => [index, item]);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).slice(0, maxMembers);
}

function isWanted(key: string | number, value: Json, search: string): boolean {
  if (search === '' || matchesKey(key, search)) return true;
  if (typeof value === 'object' && value !== null) {
    return membersOf(value).some(([inner, member]) => isWanted(inner, member, search));
  }
  return String(value).toLowerCase().includes(search);
}

function matchesKey(key: string | number, search: string): boolean {
  return search !== '' && typeof key === 'string' && key.toLowerCase().includes(search);
}

export type ValueKind = 'text' | 'number' | 'boolean' | 'null' | 'list' | 'object';

export function kindOf(value: Json): ValueKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'object';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? 'number' : 'boolean';
}
