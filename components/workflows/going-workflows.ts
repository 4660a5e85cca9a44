'use client';

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/**
 * Workflows that were deleted a moment ago and can still be brought back: hidden everywhere, deleted
 * once nobody can undo it. Lives as long as the page, so that going to another screen changes nothing.
 */
const going = createStore<{ ids: ReadonlySet<string> }>(() => ({ ids: new Set() }));

export function useGoing(): ReadonlySet<string> {
  return useStore(going, ({ ids }) => ids);
}

export function hide(ids: readonly string[]): void {
  going.setState((state) => ({ ids: new Set([...state.ids, ...ids]) }));
}

export function show(ids: readonly string[]): void {
  going.setState((state) => ({
    ids: new Set([...state.ids].filter((id) => !ids.includes(id))),
  }));
}
