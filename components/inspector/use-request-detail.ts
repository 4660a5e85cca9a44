'use client';

import { useCallback, useEffect, useState } from 'react';
import { type ApiFailure, callApi } from '../api/call-api.ts';
import { useThrottled } from '../live/use-throttled.ts';
import type { RequestDetail, RequestSummary } from './request-types.ts';

/** Its outcome and those of its replays often move together. */
const rereadMs = 100;

/**
 * The whole of one request, null while it comes. Read again when what arrives live (`saw`) is that
 * request or a replay of it, and when asked to.
 */
export function useRequestDetail(id: string | undefined) {
  const [detail, setDetail] = useState<RequestDetail | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` counts the wishes to read again
  useEffect(() => {
    if (id === undefined) return;
    const ending = new AbortController();
    const path = `/api/v1/requests/${id}`;
    void callApi<RequestDetail>(path, { signal: ending.signal }).then((answer) => {
      if (ending.signal.aborted) return;
      if (answer.ok) setDetail(answer.body);
      setFailure(answer.ok ? null : answer.failure);
    });
    return () => ending.abort();
  }, [id, asked]);
  const reread = useCallback(() => setAsked((before) => before + 1), []);
  const soon = useThrottled(reread, rereadMs);
  const saw = (rows: readonly RequestSummary[]) => {
    if (id !== undefined && rows.some((row) => row.id === id || row.replayOf === id)) soon();
  };
  /** Another one takes the place of the one that is shown, already read: nothing flickers. */
  const follow = useCallback((next: RequestDetail, of: string) => {
    setDetail((before) => (before?.id === of ? next : before));
  }, []);
  return { detail: detail?.id === id ? detail : null, failure, reread, saw, follow };
}
