'use client';

import { CircleSlash, Workflow } from 'lucide-react';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Icon } from '../ui/icon.tsx';
import type { HeldBack } from './held-back.ts';
import { RerunMenu, type RerunMenuProps } from './rerun-menu.tsx';
import type { RunDetail } from './run-types.ts';
import type { RunActions } from './use-run-actions.ts';

export type RunButtonsProps = Pick<RerunMenuProps, 'workflow' | 'from' | 'onOnward'> & {
  run: RunDetail;
  actions: RunActions;
  held: HeldBack | null;
  canRun: boolean;
};

/** What can be done with a run: look at it on its canvas, end it, run it again. */
export function RunButtons(props: RunButtonsProps) {
  const { run, workflow, from, actions, held, canRun, onOnward } = props;
  const text = useText();
  const ended = run.finishedAt !== null;
  return (
    <>
      {workflow && (
        <a href={`/workflows/${run.workflowId}?run=${run.id}`} className={buttonClass()}>
          <Icon icon={Workflow} className="text-text-2" />
          <span className="max-sm:sr-only">{text('runs.openCanvas')}</span>
        </a>
      )}
      {canRun && !ended && (
        <Button
          icon={CircleSlash}
          busyLabel={actions.busy && text('runs.cancelling')}
          onClick={actions.cancel}
        >
          {text('runs.cancel')}
        </Button>
      )}
      {canRun && ended && workflow && (
        <RerunMenu
          {...{ run, workflow, from, onOnward }}
          held={held?.next ?? []}
          busy={actions.busy}
          onRerun={actions.rerun}
        />
      )}
    </>
  );
}
