import type { ReactNode } from 'react';

export type TopBarProps = {
  title: ReactNode;
  /** Actions and filters, at the right. */
  children?: ReactNode;
};

/** The head of a page, 48 high; it stays while the page scrolls. */
export function TopBar({ title, children }: TopBarProps) {
  return (
    <header className="sticky top-0 z-10 flex h-12 flex-none items-center gap-2 border-line border-b bg-bg pr-4 pl-5 max-sm:px-4">
      <h1 className="min-w-0 flex-1 truncate font-semibold text-title">{title}</h1>
      {children}
    </header>
  );
}
