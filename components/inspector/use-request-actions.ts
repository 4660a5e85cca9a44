'use client';

import { useState } from 'react';
import { useText } from '../text.tsx';
import { useToast } from '../ui/toast.tsx';
import { mayBeForged } from './refusal-words.ts';
import { copyAsCurl, type Replayed, replay } from './request-actions.ts';
import type { ReplayChanges } from './request-draft.ts';
import type { RequestDetail } from './request-types.ts';

type Changes = ReplayChanges & { workflowId?: string };
type Wish = { id: string; changes: Changes; done?: (() => void) | undefined };

export type RequestActions = {
  replaying: boolean;
  onReplay(changes: Changes, done?: () => void): void;
  onCurl(): void;
  /** Whether a replay waits for an answer: the request may be forged. */
  asking: boolean;
  onAskEnd(): void;
  /** Replays what waits. Resolves to what went wrong. */
  onReplayAnyway(): Promise<string | undefined>;
};

/** What people do with the chosen request; what came of it is said, with a way there. */
export function useRequestActions(
  detail: RequestDetail | null,
  { open, reread }: { open(id: string): void; reread(): void },
): RequestActions {
  const text = useText();
  const toast = useToast();
  const [replaying, setReplaying] = useState(false);
  const [asked, setAsked] = useState<Wish | null>(null);
  const replayed = ({ requestId, runs: [run] }: Replayed) =>
    toast({
      title: text(run ? 'inspector.replayed' : 'inspector.replayedNoRun'),
      action: { label: text('inspector.openReplay'), onClick: () => open(requestId) },
      long: true,
    });
  const send = async ({ id, changes, done }: Wish): Promise<string | undefined> => {
    setReplaying(true);
    const answer = await replay(id, changes);
    setReplaying(false);
    if (!answer.ok) return answer.failure.detail || text('inspector.replayFailed');
    replayed(answer.made);
    reread();
    done?.();
    return undefined;
  };
  return {
    replaying,
    onReplay: async (changes, done) => {
      if (!detail || replaying) return;
      const wish = { id: detail.id, changes, done };
      if (mayBeForged(detail.reason)) return setAsked(wish);
      const failed = await send(wish);
      if (failed) toast({ title: failed, tone: 'bad' });
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
    asking: asked !== null,
    onAskEnd: () => setAsked(null),
    onReplayAnyway: async () => (asked ? send(asked) : undefined),
  };
}
