'use client';

import { createContext, useContext, useDeferredValue } from 'react';
import { useStore } from 'reactflow';

/** Below this zoom a step's name is smaller than 5 px. */
const farZoom = 0.36;

/** Whether the canvas is seen from so far that words can't be read. */
export function useZoomedOut(): { far: boolean; drawnFar: boolean } {
  const far = useStore(({ transform: [, , zoom] }) => zoom < farZoom);
  // Hundreds of steps change their drawing where the border is crossed: not within one frame.
  const drawnFar = useDeferredValue(far);
  return { far, drawnFar };
}

/** Steps and wires leave out what can't be seen from afar; they take it from here, and none watches the zoom. */
export const FarView = createContext(false);

export function useFarView(): boolean {
  return useContext(FarView);
}
