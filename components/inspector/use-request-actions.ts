'use client';

import { useState } from 'react';
import { useText } from '../text.tsx';
import { useToast } from '../ui/toast.tsx';
import { mayBeForged } from './refusal-words.ts';
import { copyAsCurl, type Replayed, replay } from './request-actions.ts';
import type { ReplayChanges } from './request-draft.ts';
import type { RequestDetail } from './request-types.ts';

type Changes = ReplayChanges & { workflowId?: string };
type Wish = { id: string; changes: Changes };

export type RequestActions = {
  replaying: boolean;
  onReplay(changes: Changes): void;
  onCurl(): void;
  /** Whether a replay waits for an answer: the request may be forged. */
  asking: boolean;
  onAskEnd(): void;
  /** Replays what waits. Resolves to what went wrong. */
  onReplayAnyway(): Promise<string | undefined>;
};

/** What people do with the chosen request; `replayed` is told what a replay of it made. */
export function useRequestActions(
  detail: RequestDetail | null,
  replayed: (made: Replayed, of: string) => Promise<void>,
): RequestActions {
  const text = useText();
  const toast = useToast();
  const [replaying, setReplaying] = useState(false);
  const [asked, setAsked] = useState<Wish | null>(null);
  const send = async ({ id, changes }: Wish): Promise<string | undefined> => {
    setReplaying(true);
    const answer = await replay(id, changes);
    if (answer.ok) await replayed(answer.made, id);
    setReplaying(false);
    return answer.ok ? undefined : answer.failure.detail || text('inspector.replayFailed');
  };
  return {
    replaying,
    onReplay: async (changes) => {
      if (!detail || replaying) return;
      const wish = { id: detail.id, changes };
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
