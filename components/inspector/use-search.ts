import { useCallback, useMemo, useRef, useState } from 'react';
import type { LiveList } from '../live/live-list.ts';
import { useThrottled } from '../live/use-throttled.ts';
import type { RequestFilter } from './request-filter.ts';
import type { RequestSummary } from './request-types.ts';

type Sought = {
  filter: RequestFilter;
  list: LiveList<RequestSummary>;
  pageSize: number;
  /** ISO: how far back the last answer came; absent where it is whole. */
  searchedTo: string | undefined;
};
export type Search = { goesOn: boolean; searchedTo: string };

/**
 * A search is answered in parts, the first ones perhaps empty: it goes on by itself until a page is
 * full, all was looked at or somebody stops it. Null where none is under way.
 */
export function useSearch({ filter, list, pageSize, searchedTo }: Sought) {
  const { rows, nextCursor } = list;
  const sought = JSON.stringify(filter);
  const [stopped, setStopped] = useState('');
  const at = filter.q && nextCursor && rows.length < pageSize ? searchedTo : undefined;
  const goesOn = stopped !== sought;
  const search = useMemo(
    (): Search | null => (at ? { goesOn, searchedTo: at } : null),
    [at, goesOn],
  );
  return { search, stop: (stops: boolean) => setStopped(stops ? sought : '') };
}

const lookMs = 1_000;

/**
 * What arrives says nothing of its body: whether that holds what is searched for the server is asked,
 * once a second, of all that came since the time (ISO) that `look` is given.
 */
export function useLookInto(look: (since: string) => unknown) {
  const since = useRef<string | null>(null);
  const soon = useThrottled(() => {
    const from = since.current;
    since.current = null;
    if (from !== null) look(from);
  }, lookMs);
  return useCallback(
    (rows: readonly RequestSummary[]) => {
      for (const { receivedAt } of rows) {
        if (since.current === null || receivedAt < since.current) since.current = receivedAt;
      }
      soon();
    },
    [soon],
  );
}
