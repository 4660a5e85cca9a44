'use client';

import Link from 'next/link';
import { memo, useEffect, useRef, useState } from 'react';
import { classNames } from '../ui/class-names.ts';
import type { GridLook } from './grid-look.ts';

export type GridRowProps<Row extends { id: string }> = {
  row: Row;
  look: GridLook<Row>;
  index: number;
  height: number;
  narrow: boolean;
  /** The one that the tab key reaches. */
  reached: boolean;
  current: boolean;
  fresh: boolean;
  onSelect(id: string): void;
  onOpen?(id: string): void;
};

/** Arrivals only move it: its cells are drawn again where the row itself changed. */
export function GridRow<Row extends { id: string }>(props: GridRowProps<Row>) {
  const { row, look, index, height, narrow, reached, current, onSelect, onOpen } = props;
  const [fresh] = useState(props.fresh);
  const element = useRef<HTMLDivElement>(null);
  // Whoever walks the list with the keys takes the focus along.
  useEffect(() => {
    const grid = element.current?.closest('[role=grid]');
    if (current && grid?.contains(document.activeElement)) {
      element.current?.focus({ preventScroll: true });
    }
  }, [current]);
  const open = onOpen ?? onSelect;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    <div
      ref={element}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={current}
      tabIndex={reached ? 0 : -1}
      onFocus={() => onOpen && onSelect(row.id)}
      onClick={() => look.hrefOf || open(row.id)}
      onKeyDown={(event) => event.key === 'Enter' && open(row.id)}
      style={{ transform: `translateY(${index * height}px)`, height }}
      className={classNames(
        'absolute inset-x-0 top-0 cursor-default border-line border-b outline-offset-[-2px]',
        current ? 'bg-accent-soft inset-shadow-selected' : 'hover:bg-hover',
        fresh && !current && 'row-fresh',
      )}
    >
      <Cells {...{ row, look, narrow }} />
    </div>
  );
}

type CellsProps<Row> = { row: Row; look: GridLook<Row>; narrow: boolean };

function DrawnCells<Row extends { id: string }>({ row, look, narrow }: CellsProps<Row>) {
  const href = look.hrefOf?.(row);
  const link = href !== undefined && (
    <Link href={href} prefetch={false} tabIndex={-1} aria-hidden className="absolute inset-0" />
  );
  if (narrow) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: see the grid
      // biome-ignore lint/a11y/useFocusableInteractive: rows are walked, cells are read
      <div role="gridcell" className="h-full px-4 py-[9px]">
        {link}
        {look.narrow(row)}
      </div>
    );
  }
  return (
    <div role="presentation" className={classNames('grid h-full items-center', look.template)}>
      {link}
      {look.columns.map(({ key, cell, className }) => (
        // biome-ignore lint/a11y/useSemanticElements: see the grid
        // biome-ignore lint/a11y/useFocusableInteractive: rows are walked, cells are read
        <span key={key} role="gridcell" className={classNames('min-w-0', className)}>
          {cell(row)}
        </span>
      ))}
    </div>
  );
}

const Cells = memo(DrawnCells) as typeof DrawnCells;
