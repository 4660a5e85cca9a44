'use client';

import { useCallback, useState } from 'react';
import { readJson } from '../api/read-json.ts';
import type { Replayed } from './request-actions.ts';
import type { RequestDetail } from './request-types.ts';

/** What runs, and the request that it was made of. */
export type Awaited = Replayed & {
  of: Pick<RequestDetail, 'id' | 'event' | 'endpointId'>;
  kind: 'replay' | 'sentOn';
};

export type ReplaysParams = {
  /** Chooses `id` where `of` is still chosen. */
  goOn(id: string, of: string): void;
  follow(next: RequestDetail, of: string): void;
  /** The chosen one again. */
  reread(): void;
};

/** A replay takes the place of its original. What it, or what was sent on, comes to is waited for. */
export function useReplays({ goOn, follow, reread }: ReplaysParams) {
  const [awaited, setAwaited] = useState<readonly Awaited[]>([]);
  const replayed = useCallback(
    async (made: Replayed, of: RequestDetail) => {
      const path = `/api/v1/requests/${made.requestId}`;
      const detail = await readJson<RequestDetail>(path).catch(() => null);
      if (detail) follow(detail, of.id);
      goOn(made.requestId, of.id);
      setAwaited((before) => [...before, { ...made, of, kind: 'replay' }]);
    },
    [goOn, follow],
  );
  const sentOn = useCallback(
    (of: RequestDetail, run: { id: string }) => {
      reread();
      const made: Awaited = { requestId: of.id, runs: [run], of, kind: 'sentOn' };
      setAwaited((before) => [...before, made]);
    },
    [reread],
  );
  const told = useCallback(
    (made: Awaited) => {
      setAwaited((before) => before.filter((one) => one !== made));
      reread();
    },
    [reread],
  );
  return { awaited, replayed, sentOn, told };
}
