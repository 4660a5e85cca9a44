'use client';

import { useEffect, useState } from 'react';

/** What the API answers at this address; undefined until it is there, or where it failed. */
export function useFetched<T>(path: string | null): T | undefined {
  const [fetched, setFetched] = useState<{ path: string; value: T }>();
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    fetch(path, { signal: stop.signal })
      .then((response) => (response.ok ? response.json() : Promise.reject(response)))
      .then((value: T) => setFetched({ path, value }))
      .catch(() => undefined);
    return () => stop.abort();
  }, [path]);
  return fetched?.path === path ? fetched.value : undefined;
}
