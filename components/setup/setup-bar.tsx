'use client';

import { ChevronRight, X } from 'lucide-react';
import Link from 'next/link';
import { TopBar } from '../shell/top-bar.tsx';
import { useText } from '../text.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Icon } from '../ui/icon.tsx';
import { WorkflowName } from '../workflows/workflow-name.tsx';
import type { Setup } from './use-setup.ts';

export function SetupBar({ setup }: { setup: Setup }) {
  const text = useText();
  const { workflow, canEdit } = setup;
  return (
    <TopBar
      title={
        <span className="flex min-w-0 items-center gap-1 font-normal text-body">
          <Link
            href="/workflows"
            className="flex h-7 flex-none items-center text-text-2 hover:text-text max-sm:hidden"
          >
            {text('workflows.title')}
          </Link>
          <Icon icon={ChevronRight} size={14} className="text-text-3 max-sm:hidden" />
          <WorkflowName
            key={workflow.name}
            workflow={workflow}
            canEdit={canEdit}
            onNamed={setup.named}
          />
          <SaveWord setup={setup} />
        </span>
      }
    >
      <Link href={`/workflows/${workflow.id}`} className={buttonClass({ variant: 'ghost' })}>
        {text('setup.canvas.skip')}
      </Link>
      <Link
        href="/workflows"
        aria-label={text('ui.close')}
        className="grid size-7 flex-none place-items-center rounded-sm text-text-3 hover:bg-hover hover:text-text max-sm:size-11"
      >
        <Icon icon={X} />
      </Link>
    </TopBar>
  );
}

function SaveWord({ setup }: { setup: Setup }) {
  const text = useText();
  const { saveState, saveProblem } = setup.state;
  const isLive = saveState === 'saved' && setup.steps.publish === 'done';
  const bad = saveState === 'conflict' || saveState === 'refused' || saveState === 'unreachable';
  return (
    <span
      role="status"
      className={`min-w-0 truncate text-meta ${bad ? 'text-bad' : 'text-text-2 max-sm:sr-only'}`}
    >
      {isLive
        ? text('setup.live.unchanged')
        : text(`editor.save.${saveState}`, { detail: saveProblem ?? '' })}
    </span>
  );
}
