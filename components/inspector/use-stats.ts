'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { readJson } from '../api/read-json.ts';
import type { RequestStats, Topic } from './request-types.ts';

/** Arrivals come in bursts: the sums are read again this long after one began. */
const delayMs = 800;

/** The sums of a topic, read again after `changes` does, however steadily it changes. */
export function useStats({ endpointId, workflowId }: Topic, changes: unknown): RequestStats | null {
  const [read, setRead] = useState<{ address: string; stats: RequestStats }>();
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  const query = new URLSearchParams({
    ...(endpointId && { endpointId }),
    ...(workflowId && { workflowId }),
  });
  const address = `/api/v1/requests/stats?${query}`;
  const load = useCallback(() => {
    pending.current = undefined;
    readJson<RequestStats>(address).then(
      (stats) => setRead({ address, stats }),
      () => {},
    );
  }, [address]);
  useEffect(() => {
    load();
    return () => {
      clearTimeout(pending.current);
      pending.current = undefined;
    };
  }, [load]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changes` says when, not what
  useEffect(() => {
    pending.current ??= setTimeout(load, delayMs);
  }, [changes, load]);
  return read?.address === address ? read.stats : null;
}
