'use client';

import Link from 'next/link';
import { useText } from '#components/text.tsx';
import { classNames } from '#components/ui/class-names.ts';

export const workflowTabs = ['editor', 'requests', 'runs', 'versions'] as const;
export type WorkflowTab = (typeof workflowTabs)[number];

export function tabHref(id: string, tab: WorkflowTab): string {
  return tab === 'editor' ? `/workflows/${id}` : `/workflows/${id}/${tab}`;
}

export type WorkflowTabsProps = {
  id: string;
  current: WorkflowTab;
  onLeave?: ((href: string) => void) | undefined;
};

/** The views of one workflow, each with an address of its own. On small screens a menu has them. */
export function WorkflowTabs({ id, current, onLeave }: WorkflowTabsProps) {
  const text = useText();
  return (
    <nav aria-label={text('editor.tabs')} className="flex h-full items-stretch max-lg:hidden">
      {workflowTabs.map((tab) => {
        const href = tabHref(id, tab);
        return (
          <Link
            key={tab}
            href={href}
            aria-current={tab === current ? 'page' : undefined}
            onNavigate={(event) => {
              if (!onLeave) return;
              event.preventDefault();
              onLeave(href);
            }}
            className={classNames(
              'flex items-center border-b-2 px-2.5 pt-0.5 font-medium focus-visible:-outline-offset-2',
              tab === current
                ? 'border-text text-text'
                : 'border-transparent text-text-2 hover:text-text',
            )}
          >
            {text(`editor.tab.${tab}`)}
          </Link>
        );
      })}
    </nav>
  );
}
