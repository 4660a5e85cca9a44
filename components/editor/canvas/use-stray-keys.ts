'use client';

import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keys pressed while nothing has the focus are the canvas's if it was used last: a frame drawn around
 * steps, a click on a wire, or a step that is gone leave the focus nowhere. Give the ref to the canvas.
 */
export function useStrayKeys(
  onKey: (event: KeyboardEvent, canvas: HTMLElement) => void,
): RefObject<HTMLElement | null> {
  const canvas = useRef<HTMLElement>(null);
  useEffect(() => {
    let wasUsedLast = false;
    const used = ({ target }: Event) => {
      if (isAround(target, canvas.current)) return;
      wasUsedLast = target instanceof Node && canvas.current?.contains(target) === true;
    };
    const pressed = (event: KeyboardEvent) => {
      const { current } = canvas;
      if (wasUsedLast && current && isAround(event.target, current)) onKey(event, current);
    };
    document.addEventListener('pointerdown', used, true);
    document.addEventListener('focusin', used, true);
    document.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('pointerdown', used, true);
      document.removeEventListener('focusin', used, true);
      document.removeEventListener('keydown', pressed);
    };
  }, [onKey]);
  return canvas;
}

/** A click on what can't be focused gives the focus to whatever around it can: the page. */
function isAround(target: EventTarget | null, canvas: HTMLElement | null): boolean {
  return target instanceof Node && target !== canvas && target.contains(canvas);
}
