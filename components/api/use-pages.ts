import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ApiFailure, callApi } from './call-api.ts';

type Page<T> = { items: T[]; nextCursor: string | null };

export type Pages<T> = {
  items: T[];
  /** Nothing is known yet. */
  loading: boolean;
  error: ApiFailure | null;
  retry: () => void;
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => void;
};

/**
 * A list of our API, page after page. `path` may have a query; the cursor is added. `refresh()` with
 * the start of it reads all loaded pages again.
 */
export function usePages<T>(path: string, every?: number): Pages<T> {
  const query = useInfiniteQuery<Page<T>, ApiFailure, T[], string[], string | null>({
    queryKey: [path, 'pages'],
    queryFn: ({ pageParam, signal }) => readPage<T>(withCursor(path, pageParam), signal),
    initialPageParam: null,
    getNextPageParam: (last) => last.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    placeholderData: keepPreviousData,
    ...(every !== undefined && { refetchInterval: every }),
  });
  return {
    items: query.data ?? [],
    loading: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}

function withCursor(path: string, cursor: string | null): string {
  if (cursor === null) return path;
  return `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
}

async function readPage<T>(path: string, signal: AbortSignal): Promise<Page<T>> {
  const answer = await callApi<Page<T>>(path, { signal });
  if (!answer.ok) throw answer.failure;
  return answer.body;
}
