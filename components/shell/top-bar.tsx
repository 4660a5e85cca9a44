'use client';

import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../text.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useShell } from './shell-context.ts';

export type TopBarProps = {
  /** What the page is called; a node of words and marks, never a heading of its own. */
  title: ReactNode;
  /** Actions and filters, at the right. */
  children?: ReactNode;
};

/** The head of a page, 48 high; it stays while the page scrolls. */
export function TopBar({ title, children }: TopBarProps) {
  const text = useText();
  const { openPalette } = useShell();
  return (
    <header className="sticky top-0 z-10 flex h-12 flex-none items-center gap-2 border-line border-b bg-bg pr-4 pl-5 max-sm:pr-1 max-sm:pl-4">
      <h1 className="min-w-0 flex-1 truncate font-semibold text-title">{title}</h1>
      {children}
      <IconButton
        icon={Search}
        label={text('shell.search')}
        onClick={openPalette}
        className="sm:hidden"
      />
    </header>
  );
}
