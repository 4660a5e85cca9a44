'use client';

import { useRef, useState } from 'react';
import { callApi } from '../api/call-api.ts';
import { failureWords } from '../api/failure-words.ts';
import { refresh } from '../api/use-read.ts';
import { useShell } from '../shell/shell-context.ts';
import { useText } from '../text.tsx';
import { useToast } from '../ui/toast.tsx';

/** A draft with one trigger: its URL works before anything else is decided. */
export function useNewWorkflow() {
  const text = useText();
  const toast = useToast();
  const { go } = useShell();
  const [busy, setBusy] = useState(false);
  // A second click before the first render after it would make a second workflow.
  const started = useRef(false);
  const create = async (next: 'setup' | 'canvas') => {
    if (started.current) return;
    started.current = true;
    setBusy(true);
    const name = text('workflows.trigger');
    const hook = { id: 'hook', type: 'webhook', name, position: { x: 0, y: 0 }, settings: {} };
    const answer = await callApi<{ id: string }>('/api/v1/workflows', {
      method: 'POST',
      body: {
        name: text('workflows.untitled'),
        graph: { schema: 1, nodes: [hook], edges: [] },
      },
    });
    if (answer.ok) {
      void refresh('/api/v1/workflows');
      go(`/workflows/${answer.body.id}${next === 'setup' ? '/setup' : ''}`);
      return;
    }
    started.current = false;
    setBusy(false);
    toast({ title: failureWords(answer.failure, text), tone: 'bad' });
  };
  return { busy, create };
}
