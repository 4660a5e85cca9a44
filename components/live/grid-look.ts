import type { ReactNode } from 'react';

export type GridColumn<Row> = {
  key: string;
  label: string;
  cell(row: Row): ReactNode;
  /** For head and cells alike. */
  className?: string;
};

/** How a list looks. Keep it the same object while nothing changed: drawn rows are kept by it. */
export type GridLook<Row> = {
  columns: readonly GridColumn<Row>[];
  /** `grid-cols-[…]` and what goes with it, for head and rows. */
  template: string;
  height: number;
  /** The two lines of a row below 640 px. */
  narrow(row: Row): ReactNode;
  narrowHeight: number;
  /** Where a click with ⌘ or the middle button leads. */
  hrefOf?(row: Row): string;
};
