'use client';

import { useEffect, useRef } from 'react';
import { isWriting } from '../shell/is-writing.ts';
import { areSingleKeysOn } from '../shell/single-keys.ts';

/** Single keys of a screen; they rest while somebody writes, and with a modifier. */
export function useKeys(act: (key: string) => boolean): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (isPressed(event) || event.defaultPrevented || !areSingleKeysOn()) return;
      if (latest.current(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** On a button or a link the space key and Enter are its own. */
function isPressed({ key, target }: KeyboardEvent): boolean {
  if (key !== ' ' && key !== 'Enter') return false;
  return target instanceof Element && target.closest('button,a,summary') !== null;
}
