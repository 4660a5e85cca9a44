'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '../api/call-api.ts';
import { failureWords } from '../api/failure-words.ts';
import { useText } from '../text.tsx';
import { useToast } from '../ui/toast.tsx';
import type { RunDetail } from './run-types.ts';

export type Rerun = {
  /** Absent: all of it again. */
  from?: { nodeId: string; name: string };
  version: 'same' | 'current';
};

export type RunActions = ReturnType<typeof useRunActions>;

/** Running again and cancelling. What comes of it is shown, what is refused is said. */
export function useRunActions(runId: string, onChanged: () => void) {
  const text = useText();
  const toast = useToast();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const call = async (verb: 'rerun' | 'cancel', body: object): Promise<RunDetail | null> => {
    if (busy) return null;
    setBusy(true);
    const answer = await callApi<RunDetail>(`/api/v1/runs/${runId}/${verb}`, {
      method: 'POST',
      body,
    });
    setBusy(false);
    if (answer.ok) return answer.body;
    toast({ title: failureWords(answer.failure, text), tone: 'bad' });
    return null;
  };
  return {
    busy,
    rerun: async ({ from, version }: Rerun): Promise<undefined> => {
      const run = await call('rerun', { ...(from && { from: from.nodeId }), version });
      if (!run) return undefined;
      router.push(`/runs/${run.id}`);
      toast({
        title: from
          ? text('runs.rerunStartedFrom', { step: from.name })
          : text('runs.rerunStarted'),
        action: { label: text('runs.back'), onClick: () => router.push(`/runs/${runId}`) },
      });
      return undefined;
    },
    cancel: () =>
      void call('cancel', {}).then((run) => {
        if (run) onChanged();
      }),
  };
}
