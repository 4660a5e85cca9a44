'use client';

import { useEffect, useState } from 'react';
import { readJson } from '#components/api/read-json.ts';

/** What the API answers at this address; undefined until it is there, or where it failed. */
export function useFetched<T>(path: string | null): T | undefined {
  const [fetched, setFetched] = useState<{ path: string; value: T }>();
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    readJson<T>(path, stop.signal)
      .then((value) => setFetched({ path, value }))
      .catch(() => undefined);
    return () => stop.abort();
  }, [path]);
  return fetched?.path === path ? fetched.value : undefined;
}
