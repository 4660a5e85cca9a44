import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readJson } from '../api/read-json.ts';
import type { EndpointActivity } from './endpoint-types.ts';

const dayMs = 86_400_000;
const everyMs = 15_000;
const most = 200;

/** What endpoints received in the last 24 hours and who uses them, by id. Read again every 15 s. */
export function useActivity(ids: readonly string[]): ReadonlyMap<string, EndpointActivity> {
  const { data } = useQuery({
    queryKey: ['/api/v1/endpoints/activity', ids.join(',')],
    queryFn: ({ signal }) => readActivity(ids, signal),
    enabled: ids.length > 0,
    refetchInterval: everyMs,
    placeholderData: keepPreviousData,
  });
  return data ?? nothing;
}

const nothing: ReadonlyMap<string, EndpointActivity> = new Map();

async function readActivity(ids: readonly string[], signal: AbortSignal) {
  const since = encodeURIComponent(new Date(Date.now() - dayMs).toISOString());
  const chunks = Array.from({ length: Math.ceil(ids.length / most) }, (_, index) =>
    ids.slice(index * most, (index + 1) * most),
  );
  const pages = await Promise.all(
    chunks.map((chunk) =>
      readJson<{ items: EndpointActivity[] }>(
        `/api/v1/endpoints/activity?ids=${chunk.join(',')}&since=${since}`,
        signal,
      ),
    ),
  );
  return new Map(pages.flatMap(({ items }) => items.map((item) => [item.endpointId, item])));
}
