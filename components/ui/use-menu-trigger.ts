import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';

export type MenuTrigger = {
  open: boolean;
  setOpen: (open: boolean) => void;
  /** Beside it the menu stands; it gets the focus back. */
  anchor: RefObject<HTMLButtonElement | null>;
  /** For the button. */
  props: {
    ref: RefObject<HTMLButtonElement | null>;
    'aria-haspopup': 'menu';
    'aria-expanded': boolean;
    'data-popup-open': true | undefined;
    onClick: () => void;
    onKeyDown: (event: KeyboardEvent) => void;
  };
};

/** A button that opens a menu whose code isn't there yet. */
export function useMenuTrigger(): MenuTrigger {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const props = {
    ref: anchor,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': open,
    'data-popup-open': open || undefined,
    onClick: () => setOpen(!open),
    onKeyDown: (event: KeyboardEvent) => {
      if (open || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
      event.preventDefault();
      setOpen(true);
    },
  };
  return { open, setOpen, anchor, props };
}
