import { useMemo } from 'react';
import { useClock } from '../clock.tsx';
import { useEndpointNames } from '../endpoints/use-endpoint-names.ts';
import { useText } from '../text.tsx';
import { replayedIds } from './replayed-ids.ts';
import { requestGridLook } from './request-grid-look.tsx';
import type { RequestSummary, Topic } from './request-types.ts';

/** How the list of a topic looks: the same object until something of it changes. */
export function useRequestLook({ endpointId }: Topic, rows: readonly RequestSummary[]) {
  const text = useText();
  const clock = useClock();
  const names = useEndpointNames();
  const endpoints = endpointId === undefined ? names : null;
  const ids = useMemo(() => replayedIds(rows), [rows]);
  return useMemo(
    () => requestGridLook({ text, clock, endpoints, replayed: new Set(ids.split(' ')) }),
    [text, clock, endpoints, ids],
  );
}
