'use client';

import { useEffect, useRef } from 'react';

export type BarKeys = { onTest: () => void; onPublish: () => void };

/** ⌘Enter and ⌘⇧P, also while a field has the focus. */
export function useBarKeys(keys: BarKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = barKey(event);
      if (!key) return;
      event.preventDefault();
      latest.current[key]();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function barKey(event: KeyboardEvent): keyof BarKeys | undefined {
  if (!(event.metaKey || event.ctrlKey) || event.defaultPrevented) return undefined;
  if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return undefined;
  if (event.key === 'Enter') return 'onTest';
  return event.shiftKey && event.key.toLowerCase() === 'p' ? 'onPublish' : undefined;
}
