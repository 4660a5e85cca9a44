'use client';

import { useEffect, useState } from 'react';
import { readJson } from '../api/read-json.ts';
import type { RequestDetail } from './request-types.ts';

/** The whole of one request; read again when `outcome` moves. Null while it comes. */
export function useRequestDetail(id: string | undefined, outcome: string | undefined) {
  const [detail, setDetail] = useState<RequestDetail | null>(null);
  const [failure, setFailure] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the outcome says when its runs have moved
  useEffect(() => {
    if (id === undefined) return;
    const ending = new AbortController();
    readJson<RequestDetail>(`/api/v1/requests/${id}`, ending.signal).then(
      (next) => {
        setDetail(next);
        setFailure('');
      },
      (cause: Error) => ending.signal.aborted || setFailure(cause.message),
    );
    return () => ending.abort();
  }, [id, outcome]);
  return { detail: detail?.id === id ? detail : null, failure };
}
