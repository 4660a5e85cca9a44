'use client';

import { useEffect } from 'react';
import { useEditorStore } from '#components/editor/store/editor-store.tsx';

/**
 * A double click on a step renames it. Its first click opens the settings, which may lie under the
 * pointer when the second comes: that one still counts for the step, and for nothing else.
 */
export function useDoubleClick(): void {
  const store = useEditorStore();
  useEffect(() => {
    let clicked: string | null = null;
    const onClick = (event: MouseEvent) => {
      const { canDrag, startRenaming } = store.getState();
      const isSecond = event.detail === 2 && clicked !== null && canDrag;
      if (isSecond) {
        event.preventDefault();
        event.stopPropagation();
        startRenaming(clicked);
      }
      clicked = isSecond ? null : stepUnder(event.target);
    };
    window.addEventListener('click', onClick, true);
    return () => window.removeEventListener('click', onClick, true);
  }, [store]);
}

function stepUnder(target: EventTarget | null): string | null {
  if (!(target instanceof Element) || target.closest('button, input')) return null;
  return target.closest('.react-flow__node-step')?.getAttribute('data-id') ?? null;
}
