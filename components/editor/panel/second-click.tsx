'use client';

import { useEffect, useState } from 'react';
import { useEditorStore } from '../store/editor-store.tsx';

/** As long as a double click may take. */
const doubleClickMs = 350;

/**
 * Over the dock when it has just come up, maybe under the mouse: the second click of a double click
 * is meant for the step, not for a button that wasn't there before.
 */
export function SecondClick({ nodeId }: { nodeId: string }) {
  const store = useEditorStore();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), doubleClickMs);
    return () => clearTimeout(timer);
  }, []);
  if (over) return null;
  return (
    <div
      aria-hidden="true"
      className="absolute inset-0 z-10"
      onDoubleClick={() => {
        const { canDrag, startRenaming } = store.getState();
        if (canDrag) startRenaming(nodeId);
      }}
    />
  );
}
