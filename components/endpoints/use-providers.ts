import { useRead } from '../api/use-read.ts';
import type { Provider } from './endpoint-types.ts';

/** The senders that are known, in the picker's order; empty until they are read. */
export function useProviders(): readonly Provider[] {
  const { data } = useRead<{ items: Provider[] }>('/api/v1/catalog/providers');
  return data?.items ?? none;
}

const none: readonly Provider[] = [];
