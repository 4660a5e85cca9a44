'use client';

import { useCallback, useEffect, useState } from 'react';

/** `whole`: nothing of what is stored is missing. */
export type LoadedBody = { id: string; bytes: Uint8Array; whole: boolean };
export type BodyState = {
  /** Null while it comes. */
  body: LoadedBody | null;
  failed: boolean;
  /** Reads all of it, or again where it failed. */
  more(): void;
};

/** A long body isn't fetched whole to be looked at. */
const firstBytes = 1_000_000;

/** The stored bytes of a request, at first no more than a person looks at. */
export function useBody(id: string, stored: number): BodyState {
  const [body, setBody] = useState<LoadedBody | null>(null);
  const [failed, setFailed] = useState(false);
  const [asked, setAsked] = useState({ id, limit: firstBytes, times: 0 });
  const limit = asked.id === id ? asked.limit : firstBytes;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `times` asks again after a failure
  useEffect(() => {
    const ending = new AbortController();
    readBytes(id, { stored, limit, signal: ending.signal }).then(
      (next) => {
        setBody(next);
        setFailed(false);
      },
      () => ending.signal.aborted || setFailed(true),
    );
    return () => ending.abort();
  }, [id, stored, limit, asked.times]);
  const more = useCallback(
    () => setAsked(({ times }) => ({ id, limit: Number.POSITIVE_INFINITY, times: times + 1 })),
    [id],
  );
  return { body: body?.id === id ? body : null, failed, more };
}

type Reading = { stored: number; limit: number; signal: AbortSignal };

async function readBytes(id: string, { stored, limit, signal }: Reading): Promise<LoadedBody> {
  if (stored === 0) return { id, bytes: new Uint8Array(), whole: true };
  const answer = await fetch(`/api/v1/requests/${id}/body`, { signal });
  const reader = answer.body?.getReader();
  if (!answer.ok || !reader) throw new Error(String(answer.status));
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < limit) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.length;
  }
  await reader.cancel();
  const bytes = new Uint8Array(Math.min(size, limit));
  let at = 0;
  for (const part of parts) {
    bytes.set(part.subarray(0, bytes.length - at), at);
    at += part.length;
  }
  return { id, bytes, whole: bytes.length >= stored };
}
