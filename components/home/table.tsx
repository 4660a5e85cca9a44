import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names.ts';

type CellProps = { children: ReactNode; numeric?: boolean; wide?: boolean };

/** Head and cells of the lists on Home. `wide` columns go first where the screen is narrow. */
export function HeadCell({ children, numeric = false, wide = false }: CellProps) {
  return (
    <th
      scope="col"
      className={classNames(
        'h-7 whitespace-nowrap border-line border-b px-2 font-medium text-micro text-text-3 first:pl-4 last:pr-4',
        numeric ? 'w-24 text-right' : 'text-left',
        wide ? 'max-md:hidden' : numeric && 'max-md:pr-4',
      )}
    >
      {children}
    </th>
  );
}

export function Cell({ children, numeric = false, wide = false }: CellProps) {
  return (
    <td
      className={classNames(
        'h-10 border-line px-2 first:pl-4 last:pr-4 group-not-last:border-b',
        numeric && 'text-right tabular-nums',
        wide ? 'max-md:hidden' : numeric && 'max-md:pr-4',
      )}
    >
      {children}
    </td>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <p className="px-4 py-5 text-text-2">{children}</p>;
}

export function More({ children }: { children: ReactNode }) {
  return <p className="border-line border-t px-4 py-2.5 text-meta text-text-3">{children}</p>;
}
