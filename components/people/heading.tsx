import type { ReactNode } from 'react';

/** Title and lead of a page with one column. */
export function Heading({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h1 className="mt-5 font-semibold text-page tracking-[-0.018em] [overflow-wrap:anywhere]">
        {title}
      </h1>
      <p className="mt-1 text-text-2 [overflow-wrap:anywhere]">{children}</p>
    </>
  );
}
