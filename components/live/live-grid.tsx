'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { classNames } from '../ui/class-names.ts';
import type { GridLook } from './grid-look.ts';
import { GridRow } from './grid-row.tsx';
import { indexOfId } from './live-list.ts';
import { useNarrow } from './use-narrow.ts';

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
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const { scrollToIndex, measure } = virtual;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height is why it is measured anew
  useEffect(measure, [rowHeight, measure]);
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 20) onEnd();
  }, [last, rows.length, onEnd]);
  const newest = useRef(rows);
  useEffect(() => {
    newest.current = rows;
  });
  // Only a new choice scrolls: arrivals must not.
  useEffect(() => {
    const index = selected === undefined ? -1 : indexOfId(newest.current, selected);
    if (index >= 0) scrollToIndex(index, { align: 'auto' });
  }, [selected, scrollToIndex]);
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
        onScroll={(event) => onTop(event.currentTarget.scrollTop < rowHeight)}
        className="min-h-0 flex-1 overflow-y-auto outline-none"
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {shown.map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <GridRow
                  key={row.id}
                  {...{ row, look, index, start, narrow, onSelect }}
                  {...(onOpen && { onOpen })}
                  height={rowHeight}
                  reached={row.id === reached}
                  current={row.id === selected}
                  fresh={fresh.has(row.id)}
                />
              )
            );
          })}
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
        'grid h-[27px] flex-none items-center border-line border-y bg-bg',
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
