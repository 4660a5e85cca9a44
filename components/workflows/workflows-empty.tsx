'use client';

import { FlaskConical, Plus, RotateCcw, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { CanvasArt, SenderArt } from './empty-art.tsx';
import { NewWorkflowButton } from './new-workflow-button.tsx';
import { useNewWorkflow } from './use-new-workflow.ts';

/** Before the first workflow: what one is, and two ways to begin. */
export function WorkflowsEmpty({ canEdit }: { canEdit: boolean }) {
  const text = useText();
  const { busy, create } = useNewWorkflow();
  return (
    <div className="mx-auto flex w-full max-w-[660px] flex-col items-center px-4 py-10 sm:py-20">
      <h2 className="text-center font-semibold text-page">{text('workflows.empty.title')}</h2>
      <p className="max-w-[380px] pt-1 pb-6 text-center text-text-2">
        {text(canEdit ? 'workflows.empty.lead' : 'workflows.empty.viewer')}
      </p>
      {canEdit && (
        <div className="grid w-full gap-4 sm:grid-cols-2">
          <Way
            art={<SenderArt />}
            title={text('workflows.empty.sender')}
            lead={text('workflows.empty.sender.lead')}
          >
            <NewWorkflowButton />
          </Way>
          <Way
            art={<CanvasArt />}
            title={text('workflows.empty.canvas')}
            lead={text('workflows.empty.canvas.lead')}
          >
            <Button
              icon={Plus}
              onClick={() => void create('canvas')}
              busyLabel={busy && text('workflows.new.busy')}
            >
              {text('workflows.empty.canvas.open')}
            </Button>
          </Way>
        </div>
      )}
      <div className="flex flex-wrap justify-center gap-x-6 gap-y-2 pt-6">
        <Note icon={ShieldCheck}>{text('workflows.empty.safe')}</Note>
        <Note icon={FlaskConical}>{text('workflows.empty.test')}</Note>
        <Note icon={RotateCcw}>{text('workflows.empty.kept')}</Note>
      </div>
    </div>
  );
}

type WayProps = { art: ReactNode; title: string; lead: string; children: ReactNode };

function Way({ art, title, lead, children }: WayProps) {
  return (
    <section className="flex flex-col gap-1 rounded-step bg-surface p-4 inset-ring inset-ring-line-2">
      <div className="mb-2 grid place-items-center overflow-hidden rounded-sm bg-sunken inset-ring inset-ring-line">
        {art}
      </div>
      <h3 className="font-semibold text-strong">{title}</h3>
      <p className="flex-1 pb-3 text-text-2">{lead}</p>
      <div>{children}</div>
    </section>
  );
}
