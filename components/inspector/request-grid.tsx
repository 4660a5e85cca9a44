'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { indexOfId } from '../live/live-list.ts';
import { useText } from '../text.tsx';
import { classNames } from '../ui/class-names.ts';
import { byteText, timeText } from './format.ts';
import { Verdict, Verification } from './request-status.tsx';
import type { RequestSummary } from './request-types.ts';

const rowHeight = 30;
const columns =
  'grid grid-cols-[104px_56px_minmax(0,1fr)_104px_124px_72px] max-lg:grid-cols-[104px_minmax(0,1fr)_104px_124px] max-sm:grid-cols-[96px_minmax(0,1fr)_104px] items-center gap-2 px-4';

export type RequestGridProps = {
  rows: readonly RequestSummary[];
  fresh: ReadonlySet<string>;
  selected: string | undefined;
  onSelect(id: string): void;
  onEnd(): void;
  /** True while the newest row is in sight: arrivals may then push in. */
  onTop(top: boolean): void;
};

/** Every row is 30 px high and only those in sight exist, however many there are. */
export function RequestGrid(props: RequestGridProps) {
  const { rows, fresh, selected, onSelect, onEnd, onTop } = props;
  const text = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 20) onEnd();
  }, [last, rows.length, onEnd]);
  const { scrollToIndex } = virtual;
  const newest = useRef(rows);
  useEffect(() => {
    newest.current = rows;
  });
  // Only a new choice scrolls: arrivals must not.
  useEffect(() => {
    const index = selected === undefined ? -1 : indexOfId(newest.current, selected);
    if (index >= 0) scrollToIndex(index, { align: 'auto' });
  }, [selected, scrollToIndex]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table can't hold rows that are only drawn in sight
    <div
      role="grid"
      aria-label={text('inspector.title')}
      aria-rowcount={rows.length + 1}
      className="flex min-h-0 flex-1 flex-col"
    >
      <HeadRow />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div
        ref={scroller}
        role="rowgroup"
        tabIndex={-1}
        onScroll={(event) => onTop(event.currentTarget.scrollTop < rowHeight)}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {shown.map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <Row
                  key={row.id}
                  {...{ row, index, start, onSelect }}
                  selected={row.id === selected || (selected === undefined && index === 0)}
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

const heads = ['time', 'method', 'event', 'verdict', 'verification', 'size'] as const;
const cellClass = {
  time: '',
  method: 'max-lg:hidden',
  event: '',
  verdict: '',
  verification: 'max-sm:hidden',
  size: 'max-lg:hidden text-right',
};

function HeadRow() {
  const text = useText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: the head is read, not walked
    <div role="row" aria-rowindex={1} className={classNames(columns, 'h-7 border-line border-y')}>
      {heads.map((name) => (
        // biome-ignore lint/a11y/useSemanticElements: see the grid
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <span
          key={name}
          role="columnheader"
          className={classNames('font-medium text-micro text-text-3', cellClass[name])}
        >
          {text(`inspector.${name}`)}
        </span>
      ))}
    </div>
  );
}

type RowProps = {
  row: RequestSummary;
  index: number;
  start: number;
  /** The one that the tab key reaches. */
  selected: boolean;
  current: boolean;
  fresh: boolean;
  onSelect(id: string): void;
};

function Row({ row, index, start, selected, current, fresh, onSelect }: RowProps) {
  const text = useText();
  const cells = {
    time: <span className="font-mono text-meta tabular-nums">{timeText(row.receivedAt)}</span>,
    method: <span className="font-mono text-micro text-text-2">{row.method}</span>,
    event: row.event.type ?? (
      <span className="font-sans text-text-3">{text('inspector.noEvent')}</span>
    ),
    verdict: <Verdict request={row} />,
    verification: <Verification request={row} />,
    size: <span className="text-meta text-text-2 tabular-nums">{byteText(row.bodySize)}</span>,
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={current}
      tabIndex={selected ? 0 : -1}
      onClick={() => onSelect(row.id)}
      onKeyDown={(event) => event.key === 'Enter' && onSelect(row.id)}
      style={{ transform: `translateY(${start}px)`, height: rowHeight }}
      className={classNames(
        columns,
        'absolute inset-x-0 top-0 cursor-default border-line border-b outline-offset-[-2px]',
        current ? 'bg-accent-soft' : 'hover:bg-hover',
        fresh && !current && 'bg-sunken',
      )}
    >
      {heads.map((name) => (
        // biome-ignore lint/a11y/useSemanticElements: see the grid
        // biome-ignore lint/a11y/useFocusableInteractive: rows are walked, cells are read
        <span
          key={name}
          role="gridcell"
          className={classNames(
            name === 'event' && 'truncate font-mono text-meta',
            cellClass[name],
          )}
        >
          {cells[name]}
        </span>
      ))}
    </div>
  );
}
