'use client';

import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { Json } from '#lib/core/json.ts';
import { type TreeRow, treeRows } from './value-tree.ts';
import { type TreeAction, ValueTreeRow } from './value-tree-row.tsx';

export type ValueTreeViewProps = {
  /** What stands for it in a path: `body`, `input`. */
  root: string;
  value: Json;
  /** For screen readers. */
  label: string;
  /** Shows only what holds this text, and the way to it. */
  search?: string;
  /** What can be done with a row; shown while it is pointed at. */
  actionsOf?(row: TreeRow): readonly TreeAction[];
  /** Said behind a row's value: that its key stood there twice. */
  noteOf?(row: TreeRow): string | undefined;
  /** Whether a text stands for a number that is too long to be one here. */
  isNumber?(row: TreeRow): boolean;
};

/** Deeper levels start closed, so that the first look fits a screen. */
const openDepth = 3;
const openSize = 50;

/** A value as a tree. The value itself has no row: its members are the first level. */
export function ValueTreeView(props: ValueTreeViewProps) {
  const { root, value, label, search = '', actionsOf, noteOf, isNumber } = props;
  const id = useId();
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  const rows = useMemo(
    () => visibleRows({ root, value, search, toggled }),
    [root, value, search, toggled],
  );
  const toggle = (row: TreeRow) => {
    const next = new Set(toggled);
    if (!next.delete(row.id)) next.add(row.id);
    setToggled(next);
  };
  const at = rows.findIndex((row) => row.id === current);
  const go = (by: number) =>
    setCurrent(rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.id ?? null);
  const turn = (open: boolean) => {
    const row = rows[at];
    if (row && row.children > 0 && row.open !== open) toggle(row);
  };
  const does = new Map<string, () => void>([
    ['ArrowDown', () => go(1)],
    ['ArrowUp', () => go(-1)],
    ['ArrowRight', () => turn(true)],
    ['ArrowLeft', () => turn(false)],
    ['Enter', () => rows[at] && actionsOf?.(rows[at])[0]?.act()],
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    const act = does.get(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div
      role="tree"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={current === null ? undefined : `${id}-${current}`}
      onKeyDown={onKeyDown}
      className="py-1.5 font-mono text-meta outline-offset-[-2px]"
    >
      {rows.map((row) => (
        <ValueTreeRow
          key={row.id}
          id={`${id}-${row.id}`}
          row={row}
          current={row.id === current}
          actions={actionsOf?.(row) ?? []}
          note={noteOf?.(row)}
          isNumber={isNumber?.(row) ?? false}
          onToggle={() => toggle(row)}
        />
      ))}
    </div>
  );
}

type Visible = { root: string; value: Json; search: string; toggled: ReadonlySet<string> };

function visibleRows({ root, value, search, toggled }: Visible): TreeRow[] {
  const isOpen = ({ id, depth, children }: Pick<TreeRow, 'id' | 'depth' | 'children'>) =>
    depth === 0 || (depth < openDepth && children <= openSize) !== toggled.has(id);
  const [whole, ...members] = treeRows({ [root]: value }, { isOpen, search });
  if (!whole) return [];
  if (whole.children === 0) return [whole];
  return members.map((row) => ({ ...row, depth: row.depth - 1 }));
}
