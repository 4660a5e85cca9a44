'use client';

import { type KeyboardEvent, useState } from 'react';
import type { TreeRow } from '../values/value-tree.ts';

type Acts = { toggle(row: TreeRow, open: boolean): void; use(row: TreeRow): void };

const acting = new Set(['ArrowRight', 'ArrowLeft', 'Enter', ' ']);

/** Arrows move and open, Enter uses. `current` is the row the keys are at; null before the first. */
export function useTreeKeys(rows: readonly TreeRow[], { toggle, use }: Acts) {
  const [current, setCurrent] = useState<string | null>(null);
  const move = (to: TreeRow) => {
    setCurrent(to.id);
    document.getElementById(`door-${to.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  const act = (row: TreeRow, key: string) => {
    if (key === 'ArrowRight') toggle(row, true);
    else if (key === 'ArrowLeft') toggle(row, false);
    else use(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = rows.findIndex(({ id }) => id === current);
    const row = rows[at];
    const to = {
      ArrowDown: rows[at + 1],
      ArrowUp: rows[Math.max(at - 1, 0)],
      Home: rows[0],
      End: rows.at(-1),
    }[event.key];
    if (to) move(to);
    else if (row && acting.has(event.key)) act(row, event.key);
    else return;
    event.preventDefault();
  };
  return { current, onKeyDown };
}
