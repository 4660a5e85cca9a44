'use client';

import { useEffect } from 'react';
import type { EditorStore } from './store/create-editor-store.ts';
import { useEditorStore } from './store/editor-store.tsx';

/**
 * One history for the canvas and its settings: the keys, and the browser's own Undo in a field that
 * shows the draft, go back in it. Fields that show something else (`data-undo="own"`, a dialog, a
 * search) keep the browser's.
 */
export function useUndoKeys(): void {
  const store = useEditorStore();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const way = wayOfKey(event);
      if (way && showsDraft(event.target)) go(store, way, event);
    };
    const onInput = (event: InputEvent) => {
      const way = wayOfInput[event.inputType];
      if (way && isField(event.target) && showsDraft(event.target)) go(store, way, event);
    };
    // In front of the fields: a note on the canvas keeps its keys to itself.
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('beforeinput', onInput);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('beforeinput', onInput);
    };
  }, [store]);
}

type Way = 'undo' | 'redo';

const wayOfInput: Readonly<Record<string, Way>> = { historyUndo: 'undo', historyRedo: 'redo' };

function wayOfKey({ metaKey, ctrlKey, shiftKey, key }: KeyboardEvent): Way | undefined {
  if (!(metaKey || ctrlKey)) return undefined;
  if (key.toLowerCase() === 'y') return 'redo';
  if (key.toLowerCase() !== 'z') return undefined;
  return shiftKey ? 'redo' : 'undo';
}

function go(store: EditorStore, way: Way, event: Event): void {
  const state = store.getState();
  if (!state.canEdit) return;
  event.preventDefault();
  state[way]();
}

const fields = 'input:not([type="checkbox"]), textarea, [contenteditable="true"]';

function isField(target: EventTarget | null): target is Element {
  return target instanceof Element && target.closest(fields) !== null;
}

function showsDraft(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true;
  if (target.closest('[role="dialog"]')) return false;
  return !isField(target) || target.closest('[data-undo]')?.getAttribute('data-undo') === 'draft';
}
