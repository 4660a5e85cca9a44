'use client';

import { useQuery } from '@tanstack/react-query';
import { type ApiFailure, callApi } from '#components/api/call-api.ts';
import { readJson } from '#components/api/read-json.ts';
import { useEditor } from '#components/editor/store/editor-store.tsx';
import type { TriggerScope } from '#lib/core/execution/types.ts';
import type { Json, JsonObject } from '#lib/core/json.ts';

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

/** What was asked for: there, on its way, or failed with a way to ask again. */
export type Asked<T> = { value: T | undefined; failed: boolean; retry: () => void };

const endpointsRead = 10;
/** Nobody waits before an empty panel longer than this for what has just come. */
const whileNoneMs = 2_000;
const listed = 50;

/** The newest requests of the draft's endpoints, newest first. */
export function useRecentRequests(): Asked<readonly SampleChoice[]> {
  const endpoints = useEditor((state) => state.endpoints);
  const ids = [...new Set(endpoints.map(({ id }) => id))].slice(0, endpointsRead);
  const { data, isError, refetch } = useQuery<SampleChoice[], ApiFailure>({
    queryKey: ['samples', ...ids],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        ids.map((id) => read(`/api/v1/endpoints/${id}/requests?limit=20`, signal)),
      );
      const items = pages.flatMap((page) => page.items);
      return items.toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt)).slice(0, listed);
    },
    // Only then: a newer sample in place of the one being picked from would move under the pointer.
    refetchInterval: ({ state }) => state.data?.length === 0 && whileNoneMs,
  });
  return { value: data, failed: isError, retry: () => void refetch() };
}

async function read(path: string, signal: AbortSignal): Promise<{ items: SampleChoice[] }> {
  const answer = await callApi<{ items: SampleChoice[] }>(path, { signal });
  if (!answer.ok) throw answer.failure;
  return answer.body;
}

/** What templates are previewed with and Test runs: chosen, pasted, else the newest that came. */
export type Sample = { requestId: string | null; pasted: { body: Json } | null };

export function useSample(): Sample {
  const chosen = useEditor((state) => state.sampleRequestId);
  const pasted = useEditor((state) => state.pasted);
  const newest = useRecentRequests().value?.[0]?.id;
  if (pasted) return { requestId: null, pasted };
  return { requestId: chosen ?? newest ?? null, pasted: null };
}

/** A stored request under the template roots, parsed as a run parses it. Null until it is there. */
export function useSampleScope(requestId: string | null): TriggerScope | JsonObject | null {
  return useAskedScope({ requestId, pasted: null }).value ?? null;
}

/** The sample under the template roots. */
export function useAskedScope({ requestId, pasted }: Sample): Asked<TriggerScope | JsonObject> {
  const { data, isError, refetch } = useQuery({
    queryKey: ['sample', requestId],
    queryFn: ({ signal }) => loadScope(requestId ?? '', signal),
    enabled: requestId !== null,
    // A captured request never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const retry = () => void refetch();
  if (pasted) return { value: pastedScope(pasted.body), failed: false, retry };
  return { value: data, failed: isError, retry };
}

/** As the API makes a request of a body alone. */
function pastedScope(body: Json): JsonObject {
  const headers: JsonObject =
    typeof body === 'string' ? {} : { 'content-type': 'application/json' };
  return { body, headers, query: {}, queryAll: {}, path: '', method: 'POST' };
}

async function loadScope(id: string, signal: AbortSignal): Promise<TriggerScope> {
  const [detail, bytes, { triggerScope }] = await Promise.all([
    readJson<Detail>(`/api/v1/requests/${id}`, signal),
    readBytes(`/api/v1/requests/${id}/body`, signal),
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
    body: bytes,
    eventType: detail.event.type,
    eventId: detail.event.id,
    hop: 0,
  };
  const { name, metadata } = endpoint;
  return triggerScope(request, { id: endpoint.id, name, metadata });
}

async function readBytes(path: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(path, { signal });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return new Uint8Array(await answer.arrayBuffer());
}
