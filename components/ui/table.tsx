import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Exactly one column is the row's title: it takes the room that is left, and leads to `hrefOf`. */
  title?: boolean;
  /** Any CSS length; without it the column is as wide as its content. */
  width?: string;
  numeric?: boolean;
  /** Shown from this width on. Without it, always. */
  from?: 'sm' | 'md' | 'lg' | 'xl';
  /** Below 640 px it stands in the second line of the row, under the title. */
  second?: boolean;
  /** In that second line its label stands before it, as the value alone says too little. */
  named?: boolean;
  /** Of the title: what it says below 640 px. */
  narrow?: (row: Row) => ReactNode;
  /** The head is read out but not shown: actions, marks. */
  hideLabel?: boolean;
  /** In the head instead of the label, such as a box that ticks all rows. */
  head?: ReactNode;
};

export type TableProps<Row> = {
  /** What is listed, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Where a click on a row leads. Buttons in other cells stay usable. */
  hrefOf?: (row: Row) => string | undefined;
  isCurrent?: (row: Row) => boolean;
};

const fromClass = {
  sm: 'max-sm:hidden',
  md: 'max-md:hidden',
  lg: 'max-lg:hidden',
  xl: 'max-xl:hidden',
};

/** Rows of 40, which become two lines below 640 px. */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, keyOf } = props;
  return (
    <table aria-label={label} className="w-full border-separate border-spacing-0">
      <thead className="max-sm:sr-only">
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              style={widthOf(column)}
              className={classNames(
                'h-7 whitespace-nowrap border-line border-b px-2 font-medium text-micro text-text-3 first:pl-(--table-pad,20px) last:pr-(--table-pad,20px)',
                column.numeric ? 'text-right' : 'text-left',
                hiding(column),
              )}
            >
              {column.head ?? (
                <span className={column.hideLabel ? 'sr-only' : ''}>{column.label}</span>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={keyOf(row)} {...props} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function TableRow<Row>({ row, columns, hrefOf, isCurrent }: TableProps<Row> & { row: Row }) {
  const seconds = columns.filter(({ second }) => second);
  const firstOnPhones = columns.find(({ second, from }) => !second && !from);
  return (
    <tr
      className={classNames(
        'group relative hover:bg-hover has-[a:focus-visible]:bg-hover',
        isCurrent?.(row) && 'bg-accent-soft',
      )}
    >
      {columns.map((column) => (
        <td
          key={column.key}
          className={classNames(
            'h-10 border-line px-2 first:pl-(--table-pad,20px) last:pr-(--table-pad,20px) group-not-last:border-b max-sm:h-[59px] max-sm:last:pr-4',
            column === firstOnPhones && 'max-sm:pl-4!',
            column.numeric && 'text-right tabular-nums',
            column.title ? 'w-full max-w-0' : 'whitespace-nowrap',
            hiding(column),
          )}
        >
          {column.title ? (
            <>
              <Title href={hrefOf?.(row)}>
                <Content column={column} row={row} />
              </Title>
              {seconds.length > 0 && (
                <div className="flex items-center gap-2 overflow-hidden whitespace-nowrap text-meta text-text-2 sm:hidden">
                  {seconds.map(({ key, label, named, cell }) => (
                    <span
                      key={key}
                      className="min-w-0 truncate empty:hidden has-[>[data-none]]:hidden"
                    >
                      {named && `${label}: `}
                      {cell(row)}
                    </span>
                  ))}
                </div>
              )}
            </>
          ) : (
            <div
              className={classNames(
                '[&_a]:relative [&_a]:z-1 [&_button]:relative [&_button]:z-1 [&_label]:relative [&_label]:z-1',
                column.numeric && 'flex justify-end',
              )}
            >
              {column.cell(row)}
            </div>
          )}
        </td>
      ))}
    </tr>
  );
}

function Content<Row>({ column: { cell, narrow }, row }: { column: Column<Row>; row: Row }) {
  if (!narrow) return cell(row);
  return (
    <>
      <span className="max-sm:hidden">{cell(row)}</span>
      <span className="sm:hidden">{narrow(row)}</span>
    </>
  );
}

/** The link covers its whole row. */
function Title({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (href === undefined) return <div className="truncate font-medium">{children}</div>;
  return (
    <Link
      href={href}
      prefetch={false}
      className="block truncate font-medium after:absolute after:inset-0"
    >
      {children}
    </Link>
  );
}

function hiding<Row>({ from, second }: Column<Row>): string | undefined {
  return classNames(second && 'max-sm:hidden', from && fromClass[from]);
}

function widthOf<Row>({ width }: Column<Row>) {
  return width === undefined ? undefined : { width, minWidth: width };
}
