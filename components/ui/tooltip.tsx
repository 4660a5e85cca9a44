'use client';

import {
  cloneElement,
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  useEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { classNames } from './class-names.ts';

export type TooltipProps = {
  label: string;
  /** What it explains: a button or a link. It needs a name of its own: touch shows no tooltips. */
  children: ReactElement<object>;
  side?: Side;
  /** The key that does the same. */
  shortcut?: string;
};

type Side = 'top' | 'right' | 'bottom' | 'left';
type Place = { left: number; top: number };

const showAfterMs = 400;
/** Long enough to reach the tooltip itself with the pointer: it may be read there. */
const hideAfterMs = 120;
const gap = 6;
const shifts: Record<Side, string> = {
  top: '-translate-x-1/2 -translate-y-full',
  right: '-translate-y-1/2',
  bottom: '-translate-x-1/2',
  left: '-translate-x-full -translate-y-1/2',
};

/** Small enough for every page's first load, which a library of floating things isn't. */
export function Tooltip({ label, children, side = 'bottom', shortcut }: TooltipProps) {
  const { place, show, hide } = usePlace(side);
  return (
    <>
      {cloneElement(children, {
        onPointerEnter: ({ currentTarget, pointerType }: PointerEvent) => {
          if (pointerType === 'mouse') show(currentTarget, showAfterMs);
        },
        onPointerLeave: () => hide(hideAfterMs),
        onPointerDown: () => hide(0),
        onFocus: ({ currentTarget }: FocusEvent) => {
          if (currentTarget.matches(':focus-visible')) show(currentTarget, 0);
        },
        onBlur: () => hide(0),
      } as object)}
      {place &&
        createPortal(
          <div
            style={place}
            onPointerEnter={() => show(null, 0)}
            onPointerLeave={() => hide(hideAfterMs)}
            className={classNames(
              'fixed z-60 flex w-max max-w-[320px] items-center gap-2 rounded-sm bg-ink px-2 py-1 text-meta text-on-ink shadow-3',
              shifts[side],
            )}
          >
            {label}
            {shortcut && <span className="opacity-70">{shortcut}</span>}
          </div>,
          document.body,
        )}
    </>
  );
}

/** Where it stands, if it does. `show` without an element keeps it where it is. */
function usePlace(side: Side) {
  const [place, setPlace] = useState<Place | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = (element: Element | null, ms: number) => {
    clearTimeout(timer.current);
    if (!element) return;
    timer.current = setTimeout(() => {
      setPlace(placeBeside(element.getBoundingClientRect(), side));
    }, ms);
  };
  const hide = (ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setPlace(null), ms);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!place) return;
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && setPlace(null);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [place]);
  return { place, show, hide };
}

function placeBeside({ left, right, top, bottom }: DOMRect, side: Side): Place {
  const middle = { left: (left + right) / 2, top: (top + bottom) / 2 };
  return {
    top: { ...middle, top: top - gap },
    bottom: { ...middle, top: bottom + gap },
    left: { ...middle, left: left - gap },
    right: { ...middle, left: right + gap },
  }[side];
}
