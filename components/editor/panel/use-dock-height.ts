'use client';

import { type KeyboardEvent, type PointerEvent, useState } from 'react';

const least = 240;
const usual = 352;
const stepPx = 16;

/** Between 240 px and 60 % of the window, by pointer, arrow keys or a double click for the usual. */
export function useDockHeight() {
  const [height, setHeight] = useState(usual);
  const [from, setFrom] = useState<{ y: number; height: number } | null>(null);
  const set = (wanted: number) => {
    setHeight(Math.max(least, Math.min(wanted, window.innerHeight * 0.6)));
  };
  return {
    value: height,
    css: `min(${height}px, 60vh)`,
    handle: {
      onPointerDown: (event: PointerEvent) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom({ y: event.clientY, height });
      },
      onPointerMove: (event: PointerEvent) => from && set(from.height + from.y - event.clientY),
      onPointerUp: () => setFrom(null),
      onDoubleClick: () => setHeight(usual),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'ArrowUp') set(height + stepPx);
        if (event.key === 'ArrowDown') set(height - stepPx);
      },
    },
  };
}
