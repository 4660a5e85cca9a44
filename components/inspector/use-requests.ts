'use client';

import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { type ApiFailure, callApi } from '../api/call-api.ts';
import { byTime, emptyList, type LiveList, reduceList } from '../live/live-list.ts';
import { useLive } from '../live/use-live.ts';
import { matchesFilter, type RequestFilter, requestQuery } from './request-filter.ts';
import type { RequestSummary, Topic } from './request-types.ts';

type Page = { items: RequestSummary[]; nextCursor: string | null };

const pageSize = 100;

export type RequestsWanted = {
  topic: Topic;
  filter: RequestFilter;
  hold: boolean;
  /** Told what came, whatever the filter. */
  saw(rows: readonly RequestSummary[]): void;
  /** Too much was missed to be told. */
  reread(): void;
};

/** The list of a topic and a filter: pages on demand, arrivals by themselves (held while `hold`). */
export function useRequests({ topic, filter, hold, saw, reread }: RequestsWanted) {
  const [list, send] = useReducer(reduceList<RequestSummary>, emptyList<RequestSummary>());
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const address = JSON.stringify({ topic, filter });
  const latest = useRef({ address, list });
  useEffect(() => {
    latest.current = { address, list };
  });
  const read = useCallback(
    async (place: Record<string, string>): Promise<Page | null> => {
      const asked = JSON.parse(address) as { topic: Topic; filter: RequestFilter };
      const query = requestQuery(asked.filter, Date.now());
      const parts = { ...asked.topic, ...place, limit: String(pageSize) };
      for (const [key, value] of Object.entries(parts)) query.set(key, value);
      const answer = await callApi<Page>(`/api/v1/requests?${query}`);
      // A page of the filter before would mix with what is shown now.
      if (latest.current.address !== address) return null;
      setFailure(answer.ok ? null : answer.failure);
      return answer.ok ? answer.body : null;
    },
    [address],
  );
  const restart = useCallback(() => {
    send({ type: 'restarting' });
    void read({}).then((page) => {
      if (page) send({ type: 'restarted', rows: page.items, nextCursor: page.nextCursor });
    });
  }, [read]);
  useEffect(restart, [restart]);
  const loading = useRef(false);
  const older = useCallback(() => {
    const place = placeAfter(latest.current.list);
    if (!place || loading.current) return;
    loading.current = true;
    void read(place).then((page) => {
      loading.current = false;
      if (page) send({ type: 'page', rows: page.items, nextCursor: page.nextCursor });
    });
  }, [read]);
  const state = useLive(new URLSearchParams(topic).toString(), {
    request: (came) => {
      const rows = came as readonly RequestSummary[];
      send({ type: 'arrived', rows, hold, matches: (row) => matchesFilter(filter, row) });
      saw(rows);
    },
    reset: () => {
      restart();
      reread();
    },
  });
  return {
    list,
    failure,
    state,
    restart,
    release: () => (list.heldBeyond > 0 ? restart() : send({ type: 'released' })),
    older,
  };
}

/** Where the next older page starts; null where there is none. */
function placeAfter({ rows, nextCursor }: LiveList<RequestSummary>): Record<string, string> | null {
  if (!nextCursor) return null;
  if (nextCursor !== byTime) return { cursor: nextCursor };
  const last = rows.at(-1);
  // Those of the same millisecond come again, and are known by their ids.
  return last ? { until: new Date(Date.parse(last.receivedAt) + 1).toISOString() } : null;
}
