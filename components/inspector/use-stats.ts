'use client';

import { useEffect } from 'react';
import { useRead } from '../api/use-read.ts';
import { useThrottled } from '../live/use-throttled.ts';
import { type RequestFilter, requestQuery } from './request-filter.ts';
import type { RequestStats, Topic } from './request-types.ts';

/** Arrivals come in bursts: the sums are read again this long after one began. */
const delayMs = 800;

/**
 * The sums of a topic over the filter's time, read again after `changes` does, however steadily it
 * changes. Minutes are the finest that is counted.
 */
export function useStats(
  topic: Topic,
  { span, since, until }: RequestFilter,
  changes: unknown,
): RequestStats | null {
  const minute = Math.floor(Date.now() / 60_000) * 60_000;
  const time = { ...(span && { span }), ...(since && { since }), ...(until && { until }) };
  const query = new URLSearchParams([...new URLSearchParams(topic), ...requestQuery(time, minute)]);
  const { data, refetch } = useRead<RequestStats>(`/api/v1/requests/stats?${query}`, {
    keep: true,
  });
  const again = useThrottled(() => void refetch(), delayMs);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changes` says when, not what
  useEffect(again, [changes, again]);
  return data ?? null;
}
