'use client';

import { useText } from '../text.tsx';
import { LinkTabs } from '../ui/tabs.tsx';

export const workflowTabs = ['editor', 'requests', 'runs', 'versions'] as const;
export type WorkflowTab = (typeof workflowTabs)[number];

export function tabHref(id: string, tab: WorkflowTab): string {
  return tab === 'editor' ? `/workflows/${id}` : `/workflows/${id}/${tab}`;
}

export type WorkflowTabsProps = {
  id: string;
  current: WorkflowTab;
  /** Inside a bar; on small screens a menu has them there. */
  inBar?: boolean;
  onLeave?: ((href: string) => void) | undefined;
};

/** The views of one workflow, each with an address of its own. */
export function WorkflowTabs({ id, current, inBar, onLeave }: WorkflowTabsProps) {
  const text = useText();
  return (
    <LinkTabs
      label={text('workflows.tabs')}
      {...{ inBar, onLeave }}
      tabs={workflowTabs.map((tab) => ({
        href: tabHref(id, tab),
        label: text(`workflows.tab.${tab}`),
        current: tab === current,
      }))}
    />
  );
}
