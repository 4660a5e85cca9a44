'use client';

import { callApi } from '../../../api/call-api.ts';
import { failureWords } from '../../../api/failure-words.ts';
import { refresh } from '../../../api/use-read.ts';
import { useText } from '../../../text.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { type Secret, usePane } from '../pane-context.ts';

export type EndSecretProps = { secret: Secret; onOpenChange: (open: boolean) => void };

/** Asks before a secret stops verifying; says so where it is the last one. */
export function EndSecret({ secret, onOpenChange }: EndSecretProps) {
  const text = useText();
  const toast = useToast();
  const { endpoint } = usePane();
  const isLast = endpoint.verification.secrets.length === 1;

  async function end(): Promise<string | undefined> {
    const path = `/api/v1/endpoints/${endpoint.id}/secrets/${secret.id}`;
    const answer = await callApi(path, { method: 'DELETE' });
    if (!answer.ok) return failureWords(answer.failure, text);
    toast({ title: text('pane.secrets.removed') });
    await refresh('/api/v1/endpoints');
    return undefined;
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      title={text('pane.secrets.end.title', { hint: secret.hint })}
      verb={text('pane.secrets.end')}
      busyVerb={text('ui.saving')}
      onConfirm={end}
    >
      <p>{text('pane.secrets.end.lead')}</p>
      {isLast && <p className="font-medium text-bad">{text('pane.secrets.end.last')}</p>}
    </ConfirmDialog>
  );
}
