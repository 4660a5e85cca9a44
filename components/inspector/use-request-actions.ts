'use client';

import { useState } from 'react';
import { useText } from '../text.tsx';
import { useToast } from '../ui/toast.tsx';
import { copyAsCurl, type Replayed, replay } from './request-actions.ts';
import type { ReplayChanges } from './request-draft.ts';
import type { RequestDetail } from './request-types.ts';

export type RequestActions = {
  replaying: boolean;
  onReplay(changes: ReplayChanges & { workflowId?: string }, done?: () => void): void;
  onCurl(): void;
};

/** What people do with the chosen request; what came of it is said, with a way there. */
export function useRequestActions(
  detail: RequestDetail | null,
  { open, reread }: { open(id: string): void; reread(): void },
): RequestActions {
  const text = useText();
  const toast = useToast();
  const [replaying, setReplaying] = useState(false);
  const replayed = ({ requestId, runs: [run] }: Replayed) =>
    toast({
      title: text(run ? 'inspector.replayed' : 'inspector.replayedNoRun'),
      action: { label: text('inspector.openReplay'), onClick: () => open(requestId) },
      long: true,
    });
  return {
    replaying,
    onReplay: async (changes, done) => {
      if (!detail || replaying) return;
      setReplaying(true);
      const answer = await replay(detail.id, changes);
      setReplaying(false);
      if (answer.ok) {
        replayed(answer.made);
        reread();
        done?.();
      } else {
        const { detail: why } = answer.failure;
        toast({ title: why || text('inspector.replayFailed'), tone: 'bad' });
      }
    },
    onCurl: async () => {
      if (!detail) return;
      try {
        const done = await copyAsCurl(detail);
        if (done) toast({ title: text('inspector.copied') });
        else toast({ title: text('inspector.copyFailed'), tone: 'bad' });
      } catch (cause) {
        toast({ title: (cause as Error).message, tone: 'bad' });
      }
    },
  };
}
