import { useMemo } from 'react';
import { useRead } from '../api/use-read.ts';

/** What the endpoints are called, by id; empty until that is read. */
export function useEndpointNames(): ReadonlyMap<string, string> {
  const { data } = useRead<{ items: { id: string; name: string }[] }>(
    '/api/v1/endpoints?limit=200',
  );
  return useMemo(() => new Map(data?.items.map(({ id, name }) => [id, name])), [data]);
}
