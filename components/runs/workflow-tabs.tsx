'use client';

import { useText } from '../text.tsx';
import { LinkTabs } from '../ui/tabs.tsx';

/** From a workflow's requests and runs to its canvas and back. */
export function WorkflowTabs({ id, current }: { id: string; current: 'requests' | 'runs' }) {
  const text = useText();
  const to = (view: 'requests' | 'runs') => `/workflows/${id}/${view}`;
  return (
    <LinkTabs
      label={text('runs.views')}
      tabs={[
        { href: `/workflows/${id}`, label: text('runs.canvas'), current: false },
        { href: to('requests'), label: text('inspector.title'), current: current === 'requests' },
        { href: to('runs'), label: text('runs.title'), current: current === 'runs' },
      ]}
    />
  );
}
