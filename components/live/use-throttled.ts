'use client';

import { useCallback, useEffect, useRef } from 'react';

/** Asks for `act`: done `ms` later, once, however often it was asked for meanwhile. */
export function useThrottled(act: () => unknown, ms: number): () => void {
  const latest = useRef(act);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(
    () => () => {
      clearTimeout(pending.current);
      pending.current = undefined;
    },
    [],
  );
  return useCallback(() => {
    pending.current ??= setTimeout(() => {
      pending.current = undefined;
      latest.current();
    }, ms);
  }, [ms]);
}
