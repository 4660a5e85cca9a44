import { type Path, pathText } from '#lib/core/expression/path.ts';
import type { Json } from '#lib/core/json.ts';

/** One visible line of a value shown as a tree. Rows come in reading order. */
export type TreeRow = {
  /** The path as templates write it; unique, so it is the row's key too. */
  id: string;
  path: Path;
  /** 0 for a member of the scope. */
  depth: number;
  label: string;
  value: Json;
  /** How many members it has. 0 for a plain value. */
  children: number;
  open: boolean;
  /** Place among its siblings, counted from 1, and how many they are. */
  position: number;
  setSize: number;
};

export type TreeView = {
  /** Asked of rows with members. A search opens what leads to a hit by itself. */
  isOpen(row: Pick<TreeRow, 'id' | 'depth' | 'children'>): boolean;
  search?: string;
};
type Scope = Readonly<Record<string, Json>>;

/** Lists of a million items would freeze the page; the rest is reached by typing its index. */
const maxMembers = 1000;
const maxRows = 4000;

/** The rows of a tree whose first level is the scope's members. A closed part costs nothing. */
export function treeRows(scope: Scope, { isOpen, search = '' }: TreeView): TreeRow[] {
  const walk = { rows: [], isOpen, search: search.trim().toLowerCase() };
  addMembers(scope, [], walk);
  return walk.rows;
}

type Walk = { rows: TreeRow[]; isOpen: TreeView['isOpen']; search: string };

function addMembers(value: Json | Scope, at: Path, walk: Walk): void {
  const { rows, search } = walk;
  const setSize = search === '' ? sizeOf(value) : undefined;
  const members = membersOf(value).filter(([key, member]) => isWanted(key, member, search));
  for (const [index, [key, member]] of members.entries()) {
    if (rows.length >= maxRows) return;
    const path = [...at, key];
    const place = { id: pathText(path), depth: at.length, children: sizeOf(member) };
    const { open, inner } = openness(key, place, walk);
    rows.push({
      ...{ ...place, path, open, value: member },
      ...{ label: String(key), position: index + 1, setSize: setSize ?? members.length },
    });
    if (inner) addMembers(member, path, inner);
  }
}

/** `inner`: how its members are walked, if at all. What matched by its own name shows all it holds, once opened. */
function openness(
  key: string | number,
  place: Pick<TreeRow, 'id' | 'depth' | 'children'>,
  walk: Walk,
): { open: boolean; inner: Walk | null } {
  if (place.children === 0) return { open: false, inner: null };
  const wanted = walk.isOpen(place);
  if (walk.search === '') return { open: wanted, inner: wanted ? walk : null };
  if (!matchesKey(key, walk.search)) return { open: true, inner: walk };
  return { open: true, inner: wanted ? { ...walk, search: '' } : null };
}

function sizeOf(value: Json | Scope): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

function membersOf(value: Json | Scope): [string | number, Json][] {
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
