'use client';

import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { type ApiFailure, callApi } from '../api/call-api.ts';
import { byTime, emptyList, type LiveList, reduceList } from '../live/live-list.ts';
import { useLive } from '../live/use-live.ts';
import { matchesFilter, type RequestFilter, requestQuery } from './request-filter.ts';
import type { RequestSummary, Topic } from './request-types.ts';
import { useLookInto, useSearch } from './use-search.ts';

type Page = { items: RequestSummary[]; nextCursor: string | null; searchedTo?: string };

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
  const [searchedTo, setSearchedTo] = useState<string>();
  const { read, failure } = usePages(topic, filter);
  const latest = useRef(list);
  useEffect(() => {
    latest.current = list;
  });
  const show = useCallback((type: 'page' | 'restarted', page: Page | null) => {
    if (!page) return;
    setSearchedTo(page.searchedTo);
    send({ type, rows: page.items, nextCursor: page.nextCursor });
  }, []);
  const restart = useCallback(() => {
    send({ type: 'restarting' });
    void read({}).then((page) => show('restarted', page));
  }, [read, show]);
  useEffect(restart, [restart]);
  const { search, stop } = useSearch({ filter, list, pageSize, searchedTo });
  const look = useLookInto(async (since) => {
    const matches = (row: RequestSummary) => matchesFilter({ ...filter, q: '' }, row);
    for (let place: Record<string, string> | null = { since }; place; ) {
      const page: Page | null = await read(place);
      if (page) send({ type: 'arrived', rows: page.items, hold, matches });
      place = page?.nextCursor ? { since, cursor: page.nextCursor } : null;
    }
  });
  /** Which reading is under way: one of the filter before holds nobody up. */
  const loading = useRef<typeof read>(undefined);
  const older = useCallback(() => {
    const place = placeAfter(latest.current);
    if (!place || loading.current === read) return;
    loading.current = read;
    void read(place).then((page) => {
      if (loading.current === read) loading.current = undefined;
      show('page', page);
    });
  }, [read, show]);
  useEffect(() => {
    if (search?.goesOn) older();
  }, [search, older]);
  const state = useLive(new URLSearchParams(topic).toString(), {
    request: (came) => {
      const rows = came as readonly RequestSummary[];
      send({ type: 'arrived', rows, hold, matches: (row) => matchesFilter(filter, row) });
      if (filter.q) look(rows);
      saw(rows);
    },
    reset: () => {
      restart();
      reread();
    },
  });
  return {
    list,
    empty: list.rows.length === 0 && list.nextCursor === null,
    failure,
    state,
    restart,
    search,
    stop,
    release: () => (list.heldBeyond > 0 ? restart() : send({ type: 'released' })),
    older,
  };
}

/** Reads pages of a topic and a filter; null where it failed, or where another filter was chosen meanwhile. */
function usePages(topic: Topic, filter: RequestFilter) {
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const address = JSON.stringify({ topic, filter });
  const latest = useRef(address);
  useEffect(() => {
    latest.current = address;
  });
  const read = useCallback(
    async (place: Record<string, string>): Promise<Page | null> => {
      const asked = JSON.parse(address) as { topic: Topic; filter: RequestFilter };
      const query = requestQuery(asked.filter, Date.now());
      const parts = { ...asked.topic, ...place, limit: String(pageSize) };
      for (const [key, value] of Object.entries(parts)) query.set(key, value);
      const answer = await callApi<Page>(`/api/v1/requests?${query}`);
      // It would mix with what is shown now.
      if (latest.current !== address) return null;
      setFailure(answer.ok ? null : answer.failure);
      return answer.ok ? answer.body : null;
    },
    [address],
  );
  return { read, failure };
}

/** Where the next older page starts; null where there is none. */
function placeAfter({ rows, nextCursor }: LiveList<RequestSummary>): Record<string, string> | null {
  if (!nextCursor) return null;
  if (nextCursor !== byTime) return { cursor: nextCursor };
  const last = rows.at(-1);
  // Those of the same millisecond come again, and are known by their ids.
  return last ? { until: new Date(Date.parse(last.receivedAt) + 1).toISOString() } : null;
}
