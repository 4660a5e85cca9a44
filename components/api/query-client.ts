import { QueryCache, QueryClient } from '@tanstack/react-query';
import type { ApiFailure } from './call-api.ts';

const freshMs = 5_000;
const tries = 2;

let browserClient: QueryClient | undefined;

/** One per browser tab; one per rendering on the server, where people must not share answers. */
export function queryClient(): QueryClient {
  if (typeof window === 'undefined') return newClient();
  browserClient ??= newClient();
  return browserClient;
}

function newClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (failure) => {
        if ((failure as unknown as ApiFailure).status === 401) window.location.assign('/signin');
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: freshMs,
        retry: (failures, failure) =>
          failures < tries && (failure as unknown as ApiFailure).kind === 'unreachable',
      },
    },
  });
}
