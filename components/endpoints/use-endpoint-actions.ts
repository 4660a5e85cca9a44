'use client';

import { callApi } from '../api/call-api.ts';
import { failureWords } from '../api/failure-words.ts';
import { refresh } from '../api/use-read.ts';
import { useText } from '../text.tsx';
import { useToast } from '../ui/toast.tsx';
import type { Endpoint } from './endpoint-draft.ts';

type Named = Pick<Endpoint, 'id' | 'name'>;

/** What can be done to an endpoint from outside its settings. All lists are read again after it. */
export function useEndpointActions() {
  const text = useText();
  const toast = useToast();

  async function setOpen(endpoint: Named, enabled: boolean, undone = false): Promise<void> {
    const path = `/api/v1/endpoints/${endpoint.id}`;
    const answer = await callApi(path, { method: 'PATCH', body: { enabled } });
    if (!answer.ok) return toast({ title: failureWords(answer.failure, text), tone: 'bad' });
    toast({
      title: text(enabled ? 'endpoints.opened' : 'endpoints.closed', { name: endpoint.name }),
      ...(!undone && {
        action: {
          label: text('ui.undo'),
          onClick: () => void setOpen(endpoint, !enabled, true),
        },
      }),
    });
    await refresh('/api/v1/endpoints');
  }

  /** Answers what went wrong, in words. */
  async function remove(endpoint: Named): Promise<string | undefined> {
    const answer = await callApi(`/api/v1/endpoints/${endpoint.id}`, { method: 'DELETE' });
    if (!answer.ok) return failureWords(answer.failure, text);
    toast({ title: text('endpoints.deleted', { name: endpoint.name }) });
    await refresh('/api/v1/endpoints');
    return undefined;
  }

  return { setOpen, remove };
}
