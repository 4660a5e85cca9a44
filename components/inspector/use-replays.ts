'use client';

import { useCallback, useState } from 'react';
import { readJson } from '../api/read-json.ts';
import type { Replayed } from './request-actions.ts';
import type { RequestDetail } from './request-types.ts';

export type ReplaysParams = {
  /** Chooses `id` where `of` is still chosen. */
  goOn(id: string, of: string): void;
  follow(next: RequestDetail, of: string): void;
};

/** A replay takes the place of its original; what it comes to is waited for. */
export function useReplays({ goOn, follow }: ReplaysParams) {
  const [awaited, setAwaited] = useState<readonly Replayed[]>([]);
  const replayed = useCallback(
    async (made: Replayed, of: string) => {
      const path = `/api/v1/requests/${made.requestId}`;
      const detail = await readJson<RequestDetail>(path).catch(() => null);
      if (detail) follow(detail, of);
      goOn(made.requestId, of);
      setAwaited((before) => [...before, made]);
    },
    [goOn, follow],
  );
  const told = useCallback(
    (made: Replayed) => setAwaited((before) => before.filter((one) => one !== made)),
    [],
  );
  return { awaited, replayed, told };
}
