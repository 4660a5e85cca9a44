import type { ReactNode } from 'react';

export type CardProps = {
  title: string;
  count?: number | string;
  /** At the right of the head: a link. */
  end?: ReactNode;
  children: ReactNode;
};

/** A titled surface with a hairline, no shadow. */
export function Card({ title, count, end, children }: CardProps) {
  return (
    <section className="min-w-0 overflow-hidden [--table-pad:16px] rounded-md bg-surface inset-ring inset-ring-line">
      <header className="flex h-10 items-center gap-2 border-line border-b px-4">
        <h2 className="font-semibold text-strong tracking-[-0.006em]">{title}</h2>
        {count !== undefined && (
          <span className="font-medium text-micro text-text-3 tabular-nums">{count}</span>
        )}
        {end && <span className="ml-auto">{end}</span>}
      </header>
      {children}
    </section>
  );
}
