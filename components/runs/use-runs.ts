'use client';

import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { type ApiFailure, callApi } from '../api/call-api.ts';
import { byTime, emptyList, indexOfId, reduceList } from '../live/live-list.ts';
import { useLive } from '../live/use-live.ts';
import { useThrottled } from '../live/use-throttled.ts';
import { type RunFilter, runsQuery } from './run-filter.ts';
import type { RunListItem, RunSummary } from './run-types.ts';

type Page = { items: RunListItem[]; nextCursor: string | null };

const pageSize = 100;
/** Live notices don't carry all that a row shows: the newest page is read again, so often at most. */
const rereadMs = 1_000;

const everything = () => true;

/** The runs of a filter: pages on demand, new ones by themselves (held while `hold`). */
export function useRuns(filter: RunFilter, hold: boolean) {
  const [list, send] = useReducer(reduceList<RunListItem>, emptyList<RunListItem>());
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const address = JSON.stringify(filter);
  const latest = useRef({ address, list, hold });
  useEffect(() => {
    latest.current = { address, list, hold };
  });
  const read = useCallback(
    async (cursor: string | null): Promise<Page | null> => {
      const query = runsQuery(JSON.parse(address) as RunFilter, Date.now());
      query.set('limit', String(pageSize));
      if (cursor) query.set('cursor', cursor);
      const answer = await callApi<Page>(`/api/v1/runs?${query}`);
      // A page of the filter before would mix with what is shown now.
      if (latest.current.address !== address) return null;
      setFailure(answer.ok ? null : answer.failure);
      return answer.ok ? answer.body : null;
    },
    [address],
  );
  const restart = useCallback(async () => {
    send({ type: 'restarting' });
    const page = await read(null);
    if (page) send({ type: 'restarted', rows: page.items, nextCursor: page.nextCursor });
  }, [read]);
  useEffect(() => void restart(), [restart]);

  /** What changed since: merged where it meets what is shown, else in its place. */
  const reread = useCallback(async () => {
    const page = await read(null);
    if (!page) return;
    const { rows, held } = latest.current.list;
    const meets = page.items.some(({ id }) => indexOfId(rows, id) >= 0 || indexOfId(held, id) >= 0);
    if (meets || page.nextCursor === null) {
      const { hold } = latest.current;
      send({ type: 'arrived', rows: page.items, hold, matches: everything });
    } else send({ type: 'restarted', rows: page.items, nextCursor: page.nextCursor });
  }, [read]);
  const rereadSoon = useThrottled(reread, rereadMs);
  const state = useLive(filter.workflow ? `workflowId=${filter.workflow}` : '', {
    run: (told) => {
      const byId = new Map((told as RunSummary[]).map((run) => [run.id, run]));
      const change = (row: RunListItem) => ({ ...row, ...byId.get(row.id) });
      send({ type: 'changed', ids: [...byId.keys()], change });
      rereadSoon();
    },
    reset: () => void restart(),
  });

  const loading = useRef(false);
  const older = useCallback(() => {
    const { nextCursor } = latest.current.list;
    if (!nextCursor || nextCursor === byTime || loading.current) return;
    loading.current = true;
    void read(nextCursor).then((page) => {
      loading.current = false;
      if (page) send({ type: 'page', rows: page.items, nextCursor: page.nextCursor });
    });
  }, [read]);
  return {
    list,
    failure,
    state,
    restart: () => void restart(),
    release: () => (list.heldBeyond > 0 ? void restart() : send({ type: 'released' })),
    older,
  };
}
