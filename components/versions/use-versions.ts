'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { type ApiFailure, callApi } from '#components/api/call-api.ts';
import { useRead } from '#components/api/use-read.ts';
import { emptyGraph, type GraphDocument } from '#lib/core/graph/document.ts';
import type { Chosen, Version, VersionWithGraph } from './version-types.ts';

type Page = { items: Version[]; nextCursor: string | null };

/** The published versions, newest first, page by page. */
export function useVersions(workflowId: string) {
  const path = `/api/v1/workflows/${workflowId}/versions`;
  const query = useInfiniteQuery<Page, ApiFailure, Version[], [string], string | null>({
    queryKey: [path],
    initialPageParam: null,
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam ? `&cursor=${pageParam}` : '';
      const answer = await callApi<Page>(`${path}?limit=50${cursor}`, { signal });
      if (!answer.ok) throw answer.failure;
      return answer.body;
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
  return query;
}

export type Graph = { graph: GraphDocument | undefined; failed: boolean; retry: () => void };

/** The graph of the draft, of a version, or of nothing (before the first). Undefined while it loads. */
export function useGraph(workflowId: string, chosen: Chosen | null, draft: GraphDocument): Graph {
  const path =
    typeof chosen === 'number' ? `/api/v1/workflows/${workflowId}/versions/${chosen}` : null;
  const { data, isError, refetch } = useRead<VersionWithGraph>(path);
  const retry = () => void refetch();
  if (chosen === 'draft') return { graph: draft, failed: false, retry };
  if (chosen === null) return { graph: emptyGraph, failed: false, retry };
  return { graph: data?.graph, failed: isError, retry };
}
