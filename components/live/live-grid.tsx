'use client';

import { useEffect, useRef } from 'react';
import { classNames } from '../ui/class-names.ts';
import type { GridLook } from './grid-look.ts';
import { GridRow } from './grid-row.tsx';
import { indexOfId } from './live-list.ts';
import { useNarrow } from './use-narrow.ts';
import { useRowWindow } from './use-row-window.ts';

export type LiveGridProps<Row extends { id: string }> = {
  label: string;
  look: GridLook<Row>;
  rows: readonly Row[];
  fresh: ReadonlySet<string>;
  selected: string | undefined;
  onSelect(id: string): void;
  /** Enter, or a click. Absent: choosing is all there is. */
  onOpen?(id: string): void;
  onEnd(): void;
  /** True while the newest row is in sight: arrivals may then push in. */
  onTop(top: boolean): void;
};

/** Every row is equally high and only those in sight exist, however many there are. */
export function LiveGrid<Row extends { id: string }>(props: LiveGridProps<Row>) {
  const { label, look, rows, fresh, selected, onSelect, onOpen, onEnd, onTop } = props;
  const narrow = useNarrow();
  const rowHeight = narrow ? look.narrowHeight : look.height;
  const { scroller, first, end, onScroll, scrollTo } = useRowWindow(rows.length, rowHeight);
  useEffect(() => {
    if (rows.length > 0 && end > rows.length - 20) onEnd();
  }, [end, rows.length, onEnd]);
  const newest = useRef(rows);
  useEffect(() => {
    newest.current = rows;
  });
  // Only a new choice scrolls: arrivals must not.
  useEffect(() => {
    const index = selected === undefined ? -1 : indexOfId(newest.current, selected);
    if (index >= 0) scrollTo(index);
  }, [selected, scrollTo]);
  const reached = selected !== undefined && indexOfId(rows, selected) >= 0 ? selected : rows[0]?.id;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table can't hold rows that are only drawn in sight
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={look.columns.length}
      className="flex min-h-0 flex-1 flex-col"
    >
      {!narrow && <HeadRow look={look} />}
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div
        ref={scroller}
        role="rowgroup"
        tabIndex={-1}
        onScroll={(event) => {
          onScroll();
          onTop(event.currentTarget.scrollTop < rowHeight);
        }}
        className="min-h-0 flex-1 overflow-y-auto outline-none [scrollbar-gutter:stable]"
      >
        <div role="presentation" style={{ height: rows.length * rowHeight, position: 'relative' }}>
          {rows.slice(first, end).map((row, at) => (
            <GridRow
              key={row.id}
              {...{ row, look, narrow, onSelect }}
              {...(onOpen && { onOpen })}
              index={first + at}
              height={rowHeight}
              reached={row.id === reached}
              current={row.id === selected}
              fresh={fresh.has(row.id)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function HeadRow<Row>({ look }: { look: GridLook<Row> }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: the head is read, not walked
    <div
      role="row"
      aria-rowindex={1}
      className={classNames(
        // The gutter as below it, or a scrollbar there moves the cells out of line.
        'grid h-[27px] flex-none items-center overflow-hidden border-line border-y bg-bg [scrollbar-gutter:stable]',
        look.template,
      )}
    >
      {look.columns.map(({ key, label, className }) => (
        // biome-ignore lint/a11y/useSemanticElements: see the grid
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <span
          key={key}
          role="columnheader"
          className={classNames('whitespace-nowrap font-medium text-micro text-text-3', className)}
        >
          {label}
        </span>
      ))}
    </div>
  );
}
