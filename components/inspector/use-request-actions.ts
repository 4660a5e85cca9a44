'use client';

import { useState } from 'react';
import { failureWords } from '../api/failure-words.ts';
import { useEndpointNames } from '../endpoints/use-endpoint-names.ts';
import { useText } from '../text.tsx';
import { useToast } from '../ui/toast.tsx';
import { mayBeForged } from './refusal-words.ts';
import { copyAsCurl, type Replayed, replay } from './request-actions.ts';
import type { ReplayChanges } from './request-draft.ts';
import { requestName } from './request-name.ts';
import type { RequestDetail } from './request-types.ts';

type Changes = ReplayChanges & { workflowId?: string };
type Wish = { of: RequestDetail; changes: Changes };

export type RequestActions = {
  replaying: boolean;
  onReplay(changes: Changes): void;
  onCurl(): void;
  /** What the request is called whose replay waits for an answer: it may be forged. Null where none does. */
  asking: string | null;
  onAskEnd(): void;
  /** Replays what waits. Resolves to what went wrong. */
  onReplayAnyway(): Promise<string | undefined>;
};

/** What people do with the chosen request; `replayed` is told what a replay of it made. */
export function useRequestActions(
  detail: RequestDetail | null,
  replayed: (made: Replayed, of: RequestDetail) => Promise<void>,
): RequestActions {
  const text = useText();
  const toast = useToast();
  const endpoints = useEndpointNames();
  const [replaying, setReplaying] = useState(false);
  const [asked, setAsked] = useState<Wish | null>(null);
  const send = async ({ of, changes }: Wish): Promise<string | undefined> => {
    setReplaying(true);
    const answer = await replay(of.id, changes);
    if (answer.ok) await replayed(answer.made, of);
    setReplaying(false);
    return answer.ok ? undefined : failureWords(answer.failure, text);
  };
  return {
    replaying,
    onReplay: async (changes) => {
      if (!detail || replaying) return;
      const wish = { of: detail, changes };
      if (mayBeForged(detail.reason)) return setAsked(wish);
      const failed = await send(wish);
      if (failed) toast({ title: failed, tone: 'bad' });
    },
    onCurl: async () => {
      if (!detail) return;
      const done = await copyAsCurl(detail).catch(() => null);
      if (done?.ok && done.copied) return toast({ title: text('inspector.copied') });
      const why = done && !done.ok ? failureWords(done.failure, text) : null;
      toast({ title: why ?? text(done ? 'inspector.copyFailed' : 'ui.unreachable'), tone: 'bad' });
    },
    asking: asked && requestName(asked.of, endpoints, text),
    onAskEnd: () => setAsked(null),
    onReplayAnyway: async () => (asked ? send(asked) : undefined),
  };
}
