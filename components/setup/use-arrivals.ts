'use client';

import { useEffect, useRef, useState } from 'react';
import { callApi } from '../api/call-api.ts';
import type { RequestSummary } from '../inspector/request-types.ts';
import { useLive } from '../live/use-live.ts';

const kept = 20;

export type Arrivals = {
  /** Newest first. */
  requests: readonly RequestSummary[];
  /** False while the server can't be heard. */
  listening: boolean;
};

/** The newest requests of an endpoint, as they come and as they turn out. */
export function useArrivals(endpointId: string, initial: readonly RequestSummary[]): Arrivals {
  const [requests, setRequests] = useState(initial);
  const add = (rows: readonly RequestSummary[]) => setRequests((known) => merged(known, rows));
  const read = async () => {
    const path = `/api/v1/requests?endpointId=${endpointId}&limit=${kept}`;
    const answer = await callApi<{ items: RequestSummary[] }>(path);
    if (answer.ok) add(answer.body.items);
  };
  const state = useLive(`endpointId=${endpointId}`, {
    request: (rows) => add(rows as readonly RequestSummary[]),
    reset: () => void read(),
  });
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  // What came between the page's own reading and the stream's start.
  useEffect(() => {
    if (state === 'live') void latest.current();
  }, [state]);
  return { requests, listening: state !== 'lost' };
}

function merged(
  known: readonly RequestSummary[],
  rows: readonly RequestSummary[],
): readonly RequestSummary[] {
  const byId = new Map([...known, ...rows].map((row) => [row.id, row]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, kept);
}
