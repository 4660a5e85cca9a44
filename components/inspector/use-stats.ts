'use client';

import { useEffect, useState } from 'react';
import { readJson } from '../api/read-json.ts';
import type { RequestStats, Topic } from './request-types.ts';

/** Arrivals come in bursts: the sums are read again this long after one began. */
const delayMs = 800;

/** The sums of a topic, read again whenever `changes` does. */
export function useStats({ endpointId, workflowId }: Topic, changes: unknown): RequestStats | null {
  const [stats, setStats] = useState<RequestStats | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changes` says when, not what
  useEffect(() => {
    const query = new URLSearchParams({
      ...(endpointId && { endpointId }),
      ...(workflowId && { workflowId }),
    });
    let gone = false;
    const read = () =>
      readJson<RequestStats>(`/api/v1/requests/stats?${query}`).then(
        (next) => {
          if (!gone) setStats(next);
        },
        () => {},
      );
    const timer = setTimeout(() => void read(), stats ? delayMs : 0);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [endpointId, workflowId, changes]);
  return stats;
}
