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

/** The bar over a whole-screen view of one workflow. Its tabs stay where they are, whatever stands beside them. */
export function WorkflowBar({ id, current, name, onLeave, children }: WorkflowBarProps) {
  const text = useText();
  return (
    <header className="flex h-12 flex-none items-center gap-2 border-line border-b bg-surface pr-3 pl-3.5 max-sm:gap-1 max-sm:pr-2 lg:grid lg:grid-cols-[minmax(0,1fr)_auto_minmax(max-content,1fr)]">
      <div className="flex min-w-0 flex-1 items-center gap-2">
        <nav
          aria-label={text('editor.path')}
          className="flex flex-none items-center gap-2 text-text-2 max-2xl:hidden"
        >
          <a href="/workflows" className="rounded-xs hover:text-text">
            {text('editor.workflows')}
          </a>
          <span aria-hidden="true" className="text-text-3">
            /
          </span>
        </nav>
        {name}
      </div>
      <WorkflowTabs id={id} current={current} inBar onLeave={onLeave} />
      <div className="flex flex-none items-center justify-end gap-2 max-sm:gap-1">{children}</div>
    </header>
  );
}
