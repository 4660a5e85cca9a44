'use client';

import { useMedia } from '../ui/use-media.ts';

/** Below 640 px lists become rows of two lines: their heights are needed before they are drawn. */
export function useNarrow(): boolean {
  return useMedia('(max-width: 639.98px)');
}
