'use client';

import { useSyncExternalStore } from 'react';

/** Below 640 px lists become rows of two lines: their heights are needed before they are drawn. */
const query = '(max-width: 639.98px)';

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}
