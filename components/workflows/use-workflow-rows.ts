'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ApiFailure, callApi } from '../api/call-api.ts';
import { useGoing } from './going-workflows.ts';
import type { WorkflowActivity, WorkflowRow, WorkflowSummary } from './workflow-types.ts';

const pageSize = 200;
/** All of them are found and sorted in the browser; beyond these the oldest are left out. */
const mostPages = 10;
const listEveryMs = 30_000;
const activityEveryMs = 15_000;
const dayMs = 86_400_000;

export type WorkflowRows = {
  rows: readonly WorkflowRow[];
  loading: boolean;
  failure: ApiFailure | null;
  retry(): void;
};

/** Every workflow with what it did in the last 24 hours; newest first, kept up to date. */
export function useWorkflowRows(): WorkflowRows {
  const going = useGoing();
  const list = useQuery<WorkflowSummary[], ApiFailure>({
    queryKey: ['/api/v1/workflows', 'all'],
    queryFn: ({ signal }) => readAll(signal),
    refetchInterval: listEveryMs,
  });
  const all = list.data ?? none;
  const ids = all.map(({ id }) => id);
  const activity = useQuery<ReadonlyMap<string, WorkflowActivity>, ApiFailure>({
    queryKey: ['/api/v1/workflows/activity', ids.join(',')],
    queryFn: ({ signal }) => readActivity(ids, signal),
    enabled: ids.length > 0,
    refetchInterval: activityEveryMs,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(
    () =>
      all
        .filter(({ id }) => !going.has(id))
        .map((workflow) => ({ workflow, activity: activity.data?.get(workflow.id) })),
    [all, going, activity.data],
  );
  return {
    rows,
    loading: list.isPending,
    failure: list.data === undefined ? list.error : null,
    retry: () => void list.refetch(),
  };
}

const none: WorkflowSummary[] = [];

async function readAll(signal: AbortSignal): Promise<WorkflowSummary[]> {
  const all: WorkflowSummary[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer: Page = await read<Page>(`/api/v1/workflows?limit=${pageSize}${query}`, signal);
    all.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return all;
}

type Page = { items: WorkflowSummary[]; nextCursor: string | null };

async function readActivity(ids: readonly string[], signal: AbortSignal) {
  const since = encodeURIComponent(new Date(Date.now() - dayMs).toISOString());
  const found = new Map<string, WorkflowActivity>();
  for (let at = 0; at < ids.length; at += pageSize) {
    const some = ids.slice(at, at + pageSize).join(',');
    const path = `/api/v1/workflows/activity?ids=${some}&since=${since}`;
    const { items } = await read<{ items: WorkflowActivity[] }>(path, signal);
    for (const item of items) found.set(item.workflowId, item);
  }
  return found;
}

async function read<T>(path: string, signal: AbortSignal): Promise<T> {
  const answer = await callApi<T>(path, { signal });
  if (!answer.ok) throw answer.failure;
  return answer.body;
}
