import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type ApiFailure, callApi } from './call-api.ts';
import { queryClient } from './query-client.ts';

export type ReadOptions<T> = {
  /** What the server's page already read. */
  initial?: T;
  /** When it did, in Unix ms: without it `initial` counts as read now. */
  initialAt?: number;
  /** Reads again this often, in ms, while the tab is looked at. */
  every?: number;
  /** While another path loads, the last one's answer stays. */
  keep?: boolean;
};

/** What our API answers at this path, kept and shared between components. Null reads nothing. */
export function useRead<T>(
  path: string | null,
  { initial, initialAt, every, keep }: ReadOptions<T> = {},
): UseQueryResult<T, ApiFailure> {
  return useQuery<T, ApiFailure>({
    queryKey: [path],
    queryFn: ({ signal }) => read<T>(path ?? '', signal),
    enabled: path !== null,
    ...(initial !== undefined && { initialData: () => initial }),
    ...(initialAt !== undefined && { initialDataUpdatedAt: initialAt }),
    ...(every !== undefined && { refetchInterval: every }),
    ...(keep && { placeholderData: keepPreviousData }),
  });
}

async function read<T>(path: string, signal: AbortSignal): Promise<T> {
  const answer = await callApi<T>(path, { signal });
  if (!answer.ok) throw answer.failure;
  return answer.body;
}

/** After a change: everything read under this path is read again, e.g. `/api/v1/tokens`. */
export async function refresh(pathPrefix: string): Promise<void> {
  await queryClient().invalidateQueries({
    predicate: ({ queryKey: [path] }) => typeof path === 'string' && path.startsWith(pathPrefix),
  });
}
