'use client';

import { useEffect, useState } from 'react';
import { readJson } from '#components/api/read-json.ts';
import type { TriggerScope } from '#lib/core/execution/types.ts';
import type { JsonObject } from '#lib/core/json.ts';

/** A captured request in the menu of samples. */
export type SampleChoice = {
  id: string;
  receivedAt: string;
  method: string;
  event: { type: string | null; id: string | null };
};
type Detail = SampleChoice & {
  endpointId: string;
  path: string;
  query: string;
  headers: [string, string][];
  contentType: string | null;
  ip: string;
  replayOf: string | null;
};

/** The newest requests of these endpoints, newest first. */
export function useRecentRequests(endpointIds: readonly string[]): readonly SampleChoice[] | null {
  const [recent, setRecent] = useState<readonly SampleChoice[] | null>(null);
  const key = endpointIds.join(' ');
  useEffect(() => {
    const stop = new AbortController();
    const ids = key === '' ? [] : key.split(' ').slice(0, 10);
    const pages = ids.map((id) =>
      readJson<{ items: SampleChoice[] }>(`/api/v1/endpoints/${id}/requests?limit=20`, stop.signal),
    );
    Promise.all(pages)
      .then((all) => {
        const items = all.flatMap((page) => page.items);
        setRecent(items.toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt)).slice(0, 50));
      })
      .catch(() => undefined);
    return () => stop.abort();
  }, [key]);
  return recent;
}

/** The request under the template roots, parsed as a run parses it. Null until it is there. */
export function useSampleScope(requestId: string | null): TriggerScope | null {
  const [sample, setSample] = useState<{ id: string; scope: TriggerScope }>();
  useEffect(() => {
    if (requestId === null) return;
    const stop = new AbortController();
    loadScope(requestId, stop.signal)
      .then((scope) => setSample({ id: requestId, scope }))
      .catch(() => undefined);
    return () => stop.abort();
  }, [requestId]);
  return sample && sample.id === requestId ? sample.scope : null;
}

async function loadScope(id: string, signal: AbortSignal): Promise<TriggerScope> {
  const [detail, bytes, { triggerScope }] = await Promise.all([
    readJson<Detail>(`/api/v1/requests/${id}`, signal),
    fetch(`/api/v1/requests/${id}/body`, { signal }).then((answer) => answer.arrayBuffer()),
    import('#lib/core/request/scope.ts'),
  ]);
  const endpoint = await readJson<{ id: string; name: string; metadata: JsonObject }>(
    `/api/v1/endpoints/${detail.endpointId}`,
    signal,
  ).catch(() => ({ id: detail.endpointId, name: '', metadata: {} }));
  const request = {
    ...detail,
    workspaceId: '',
    receivedAt: Date.parse(detail.receivedAt),
    body: new Uint8Array(bytes),
    eventType: detail.event.type,
    eventId: detail.event.id,
    hop: 0,
  };
  const { name, metadata } = endpoint;
  return triggerScope(request, { id: endpoint.id, name, metadata });
}
