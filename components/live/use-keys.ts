'use client';

import { useEffect, useRef } from 'react';
import { isWriting as isTheirs } from '../shell/is-writing.ts';
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
      if (event.defaultPrevented || !areSingleKeysOn()) return;
      if (latest.current(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** On a button or a link the space key and Enter are its own. */
function isWriting(target: EventTarget | null): boolean {
  return (
    isTheirs(target) ||
    (target instanceof HTMLElement && target.closest('button,a,summary') !== null)
  );
}
