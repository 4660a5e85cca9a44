'use client';

import { useState } from 'react';
import { callApi } from '../../../api/call-api.ts';
import { failureWords } from '../../../api/failure-words.ts';
import { refresh } from '../../../api/use-read.ts';
import { useText } from '../../../text.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { Endpoint } from '../../endpoint-draft.ts';
import { type Overlap, OverlapChoice } from './overlap-choice.tsx';

export type RotateUrlProps = {
  endpoint: Pick<Endpoint, 'id'>;
  onOpenChange: (open: boolean) => void;
};

export function RotateUrl({ endpoint, onOpenChange }: RotateUrlProps) {
  const text = useText();
  const toast = useToast();
  const [overlap, setOverlap] = useState<Overlap>('86400');

  async function rotate(): Promise<string | undefined> {
    const answer = await callApi(`/api/v1/endpoints/${endpoint.id}/rotate`, {
      method: 'POST',
      body: { overlapSeconds: Number(overlap) },
    });
    if (!answer.ok) return failureWords(answer.failure, text);
    toast({ title: text('pane.rotated') });
    await refresh('/api/v1/endpoints');
    return undefined;
  }

  return (
    <ConfirmDialog
      open
      plain
      onOpenChange={onOpenChange}
      title={text('pane.rotate.title')}
      verb={text('pane.rotate.submit')}
      busyVerb={text('pane.rotate.busy')}
      onConfirm={rotate}
    >
      <p>{text('pane.rotate.lead')}</p>
      <OverlapChoice label={text('pane.rotate.overlap')} value={overlap} onChange={setOverlap} />
    </ConfirmDialog>
  );
}
