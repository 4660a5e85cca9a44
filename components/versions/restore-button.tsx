'use client';

import { History } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '#components/api/call-api.ts';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { useToast } from '#components/ui/toast.tsx';

export type RestoreButtonProps = {
  workflowId: string;
  version: number;
  /** The draft has what no version has: it is asked first. */
  losesDraft: boolean;
};

/** Makes a version the draft again, and opens the editor on it. Nothing goes live. */
export function RestoreButton({ workflowId, version, losesDraft }: RestoreButtonProps) {
  const text = useText();
  const toast = useToast();
  const router = useRouter();
  const [state, setState] = useState<'idle' | 'ask' | 'busy'>('idle');
  const restore = async () => {
    setState('busy');
    const path = `/api/v1/workflows/${workflowId}/versions/${version}/restore`;
    const answer = await callApi(path, { method: 'POST', body: {} });
    if (!answer.ok) {
      const detail = answer.failure.detail || text('versions.offline');
      setState('idle');
      toast({ title: text('versions.restore.failed', { detail }), tone: 'bad' });
      return;
    }
    toast({ title: text('versions.restore.done', { version }) });
    router.push(`/workflows/${workflowId}`);
    router.refresh();
  };
  return (
    <>
      <Button
        icon={History}
        busyLabel={state === 'busy' && text('versions.restoring')}
        onClick={() => {
          if (state === 'idle' && losesDraft) setState('ask');
          else if (state === 'idle') void restore();
        }}
      >
        {text('versions.restore', { version })}
      </Button>
      <Dialog
        open={state === 'ask'}
        onOpenChange={(open) => !open && setState('idle')}
        title={text('versions.restore.title', { version })}
        actions={
          <>
            <Button onClick={() => setState('idle')}>{text('versions.restore.cancel')}</Button>
            <Button variant="primary" icon={History} onClick={() => void restore()}>
              {text('versions.restore.yes', { version })}
            </Button>
          </>
        }
      >
        <p>{text('versions.restore.lead')}</p>
      </Dialog>
    </>
  );
}
