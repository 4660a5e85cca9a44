'use client';

import { ShieldCheck, Webhook, Zap } from 'lucide-react';
import { useShell } from '../shell/shell-context.ts';
import { TopBar } from '../shell/top-bar.tsx';
import { useText } from '../text.tsx';
import { Note } from '../ui/note.tsx';
import { NewWorkflowButton } from './new-workflow-button.tsx';

/** `/workflows/new`, for those who come by its address: making one takes a click, never a visit. */
export function NewWorkflow() {
  const text = useText();
  const { person } = useShell();
  const viewer = person.role === 'viewer';
  return (
    <>
      <TopBar title={text('workflows.new')} />
      <div className="mx-auto flex w-full max-w-[440px] flex-col gap-4 px-5 py-12">
        <h2 className="font-semibold text-page">{text('workflows.new.title')}</h2>
        <p className="text-text-2">{text(viewer ? 'ui.viewer' : 'workflows.new.lead')}</p>
        {!viewer && (
          <div className="flex flex-col gap-2">
            <Note icon={Webhook}>{text('workflows.new.url')}</Note>
            <Note icon={ShieldCheck}>{text('workflows.new.checked')}</Note>
            <Note icon={Zap}>{text('workflows.new.safe')}</Note>
          </div>
        )}
        <div>
          <NewWorkflowButton size="lg" />
        </div>
      </div>
    </>
  );
}
