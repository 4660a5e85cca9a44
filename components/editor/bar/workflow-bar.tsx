'use client';

import type { ReactNode } from 'react';
import { useText } from '#components/text.tsx';
import { type WorkflowTab, WorkflowTabs } from '#components/workflows/workflow-tabs.tsx';

export type WorkflowBarProps = {
  id: string;
  current: WorkflowTab;
  /** Name, status, and how the draft stands. */
  name: ReactNode;
  /** Called instead of going to another view at once. */
  onLeave?: ((href: string) => void) | undefined;
  children: ReactNode;
};

/** The bar over a whole-screen view of one workflow. */
export function WorkflowBar({ id, current, name, onLeave, children }: WorkflowBarProps) {
  const text = useText();
  return (
    <header className="flex h-12 flex-none items-center gap-2 border-line border-b bg-surface pr-3 pl-3.5 max-sm:gap-1 max-sm:pr-2">
      <nav
        aria-label={text('editor.path')}
        className="flex flex-none items-center gap-2 text-text-2 max-xl:hidden"
      >
        <a href="/workflows" className="rounded-xs hover:text-text">
          {text('editor.workflows')}
        </a>
        <span aria-hidden="true" className="text-text-3">
          /
        </span>
      </nav>
      {name}
      <span className="flex-1" />
      <WorkflowTabs id={id} current={current} inBar onLeave={onLeave} />
      <span className="flex-1 max-lg:hidden" />
      {children}
    </header>
  );
}
