'use client';

import { useState } from 'react';
import { type ApiAnswer, callApi } from '../api/call-api.ts';
import { refresh } from '../api/use-read.ts';
import { useText } from '../text.tsx';
import { suggestedName } from './suggested-name.ts';
import type { Setup } from './use-setup.ts';

/** A workflow that nobody named yet gets a name as it goes live: the suggested one, or what is typed. */
export function useNaming({ workflow, named, provider, events, graph, sample }: Setup) {
  const text = useText();
  const [typed, setTyped] = useState<string>();
  const unnamed = workflow.name === text('workflows.untitled');
  const settings = graph.kind === 'simple' ? graph.action?.settings : undefined;
  const suggested = suggestedName({
    sender: provider?.label ?? null,
    event: events.only[0] ?? (provider ? null : (sample?.event.type ?? null)),
    url: String(settings?.url ?? ''),
  });
  const name = typed ?? suggested;
  const apply = async (): Promise<ApiAnswer<unknown>> => {
    const path = `/api/v1/workflows/${workflow.id}`;
    const body = { name: name.trim() };
    if (!unnamed || body.name === '') return { ok: true, status: 204, body: null };
    const answer = await callApi(path, { method: 'PATCH', body });
    if (answer.ok) {
      named(body.name);
      await refresh('/api/v1/workflows');
    }
    return answer;
  };
  return { unnamed, name, type: setTyped, apply };
}
