'use client';

import { useRead } from '../api/use-read.ts';
import type { RunListItem } from '../runs/run-types.ts';
import type { RequestDetail } from './request-types.ts';

/** The same as its line in the list of runs; read again when one of them moves. */
export function useRunsOf(request: RequestDetail): RunListItem[] {
  const moved = request.runs.map(({ id, status }) => `${id}:${status}`).join();
  const path = `/api/v1/runs?requestId=${request.id}&limit=50`;
  const { data } = useRead<{ items: RunListItem[] }>(
    request.runs.length > 0 ? `${path}#${moved}` : null,
    { keep: true },
  );
  const own = (data?.items ?? []).filter(({ requestId }) => requestId === request.id);
  return own;
}
