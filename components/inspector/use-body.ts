'use client';

import { useEffect, useState } from 'react';

export type LoadedBody = { id: string; bytes: Uint8Array } | null;

/** The stored bytes of a request; null while they come. An empty body isn't asked for. */
export function useBody(id: string, stored: number): LoadedBody {
  const [body, setBody] = useState<LoadedBody>(null);
  useEffect(() => {
    const ending = new AbortController();
    const load = async () => {
      if (stored === 0) return setBody({ id, bytes: new Uint8Array() });
      const answer = await fetch(`/api/v1/requests/${id}/body`, { signal: ending.signal });
      if (answer.ok) setBody({ id, bytes: new Uint8Array(await answer.arrayBuffer()) });
    };
    load().catch(() => {});
    return () => ending.abort();
  }, [id, stored]);
  return body?.id === id ? body : null;
}
