'use client';

import { useEffect, useRef } from 'react';
import { goKey } from './go-keys.ts';
import { isWriting } from './is-writing.ts';
import { places } from './places.ts';
import { areSingleKeysOn } from './single-keys.ts';

export type ShellKeys = {
  onPalette: () => void;
  onKeysList: () => void;
  onGo: (href: string) => void;
  /** Something lies over the page, or is being fetched: letters are meant for it. */
  rest: boolean;
};

const goWithinMs = 1_500;

/** ⌘K, ?, / and the G-keys, wherever the focus is. */
export function useShellKeys(keys: ShellKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const go = goListener(() => latest.current);
    const rest = (event: KeyboardEvent) => restKey(event, latest.current);
    // Before the page's own listeners: the letter after G must not also replay a request.
    window.addEventListener('keydown', go, true);
    window.addEventListener('keydown', rest);
    return () => {
      window.removeEventListener('keydown', go, true);
      window.removeEventListener('keydown', rest);
    };
  }, []);
}

function goListener(keys: () => ShellKeys) {
  let state = { waiting: false };
  let at = 0;
  return (event: KeyboardEvent) => {
    if (keys().rest || !isPlain(event) || event.shiftKey || !areSingleKeysOn()) return;
    if (event.timeStamp - at > goWithinMs) state = { waiting: false };
    at = event.timeStamp;
    const result = goKey(state, event.key, places);
    state = result.state;
    if (!result.handled) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (result.href) keys().onGo(result.href);
  };
}

function restKey(event: KeyboardEvent, { onPalette, onKeysList }: ShellKeys): void {
  if (event.defaultPrevented) return;
  const isPaletteKey = (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k';
  if (isPaletteKey) {
    event.preventDefault();
    onPalette();
    return;
  }
  if (!isPlain(event) || !areSingleKeysOn()) return;
  if (event.key === '?') onKeysList();
  else if (event.key === '/') focusSearch(onPalette);
  else return;
  event.preventDefault();
}

function isPlain(event: KeyboardEvent): boolean {
  return !(event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target));
}

/** The page's search field, or the palette where a page has none. */
function focusSearch(onPalette: () => void): void {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  field?.focus();
  field?.select();
  if (!field) onPalette();
}
