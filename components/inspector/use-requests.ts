'use client';

import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { readJson } from '../api/read-json.ts';
import { emptyList, reduceList } from '../live/live-list.ts';
import { matchesFilter, type RequestFilter } from './request-filter.ts';
import type { RequestSummary, Topic } from './request-types.ts';

type Page = { items: RequestSummary[]; nextCursor: string | null };

const pageSize = 100;

/** The list of a topic and a filter: pages on demand, arrivals by themselves (held while `hold`). */
export function useRequests(topic: Topic, filter: RequestFilter, hold: boolean) {
  const [list, send] = useReducer(reduceList<RequestSummary>, emptyList<RequestSummary>());
  const [failed, setFailed] = useState(false);
  const loading = useRef(false);
  const address = new URLSearchParams({ ...topic, ...filter }).toString();
  const shown = useRef(address);
  useEffect(() => {
    shown.current = address;
  });
  const load = useCallback(
    async (cursor: string | null, type: 'page' | 'restarted') => {
      if (loading.current && type === 'page') return;
      loading.current = true;
      if (type === 'restarted') send({ type: 'restarting' });
      const query = `${address}&limit=${pageSize}${cursor ? `&cursor=${cursor}` : ''}`;
      try {
        const page = await readJson<Page>(`/api/v1/requests?${query}`);
        // A page of the filter before would mix with what is shown now.
        if (shown.current !== address) return;
        send({ type, rows: page.items, nextCursor: page.nextCursor });
        setFailed(false);
      } catch {
        setFailed(true);
      } finally {
        loading.current = false;
      }
    },
    [address],
  );
  const restart = useCallback(() => void load(null, 'restarted'), [load]);
  useEffect(restart, [restart]);
  const arrived = useCallback(
    (rows: RequestSummary[]) => {
      const wanted = Object.fromEntries(new URLSearchParams(address)) as RequestFilter;
      send({ type: 'arrived', rows, hold, matches: (row) => matchesFilter(wanted, row) });
    },
    [address, hold],
  );
  useArrivals(topic, arrived, restart);
  return {
    list,
    failed,
    restart,
    release: () => send({ type: 'released' }),
    older: () => {
      if (list.nextCursor) void load(list.nextCursor, 'page');
    },
  };
}

/** One stream per topic; what comes within one frame is handed over together. */
function useArrivals(
  { endpointId, workflowId }: Topic,
  arrived: (rows: RequestSummary[]) => void,
  restart: () => void,
): void {
  const latest = useRef({ arrived, restart });
  useEffect(() => {
    latest.current = { arrived, restart };
  });
  useEffect(() => {
    const query = new URLSearchParams({
      ...(endpointId && { endpointId }),
      ...(workflowId && { workflowId }),
    });
    const stream = new EventSource(`/api/v1/live?${query}`);
    let gathered: RequestSummary[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    stream.addEventListener('request', (event) => {
      gathered.push(JSON.parse(event.data) as RequestSummary);
      timer ??= setTimeout(() => {
        latest.current.arrived(gathered);
        gathered = [];
        timer = undefined;
      }, 50);
    });
    stream.addEventListener('reset', () => latest.current.restart());
    return () => {
      stream.close();
      clearTimeout(timer);
    };
  }, [endpointId, workflowId]);
}
