import { type RefObject, useCallback } from 'react';

/** Marks a canvas that is really moved: a press on a step that isn't draggable begins a move too, but may be a click. */
export function useMovedMark(canvas: RefObject<HTMLElement | null>) {
  const onMoveStart = useCallback(() => canvas.current?.removeAttribute('data-moved'), [canvas]);
  const onMove = useCallback(() => canvas.current?.setAttribute('data-moved', ''), [canvas]);
  return { onMoveStart, onMove };
}
