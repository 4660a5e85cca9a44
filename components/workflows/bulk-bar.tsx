'use client';

import { type LucideIcon, Pause, Play, Trash2, X } from 'lucide-react';
import { textCount } from '#lib/i18n/text.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { type BulkAct, fitting } from './list-view.ts';
import type { WorkflowActions } from './use-workflow-actions.ts';
import type { WorkflowSummary } from './workflow-types.ts';

export type BulkBarProps = {
  chosen: readonly WorkflowSummary[];
  actions: WorkflowActions;
  onClear(): void;
};

const icons: Readonly<Record<BulkAct, LucideIcon>> = {
  pause: Pause,
  resume: Play,
  delete: Trash2,
};

/** Over the list while something is ticked. An action that fits only some says how many. */
export function BulkBar({ chosen, actions, onClear }: BulkBarProps) {
  const text = useText();
  const title = textCount(text, 'workflows.bulk', chosen.length);
  const act = (name: BulkAct) => {
    const some = fitting(chosen, name);
    if (some.length === 0) return;
    onClear();
    if (name === 'delete') actions.remove(some);
    else actions[name](some);
  };
  return (
    <div
      role="toolbar"
      aria-label={title}
      className="fixed bottom-5 left-1/2 z-20 flex h-11 max-w-[calc(100vw-16px)] -translate-x-1/2 items-center gap-1 rounded-step bg-raised px-3 shadow-3 max-sm:hidden"
    >
      <span role="status" className="whitespace-nowrap pr-2 font-medium tabular-nums">
        {title}
      </span>
      {(['pause', 'resume', 'delete'] as const).map((name) => {
        const count = fitting(chosen, name).length;
        const label = text(name === 'delete' ? 'ui.delete' : `workflows.menu.${name}`);
        const some = count > 0 && count < chosen.length;
        return (
          <Button
            key={name}
            variant={name === 'delete' ? 'danger' : 'ghost'}
            icon={icons[name]}
            aria-disabled={count === 0}
            onClick={() => act(name)}
          >
            {some ? text('workflows.bulk.some', { label, count, all: chosen.length }) : label}
          </Button>
        );
      })}
      <IconButton icon={X} label={text('workflows.bulk.clear')} onClick={onClear} />
    </div>
  );
}
