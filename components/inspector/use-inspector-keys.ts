'use client';

import { indexOfId } from '../live/live-list.ts';
import { useKeys } from '../live/use-keys.ts';
import { type DetailTab, detailTabs } from './detail-tabs.ts';
import type { RequestSummary } from './request-types.ts';
import type { RequestActions } from './use-request-actions.ts';

export type InspectorKeys = {
  rows: readonly RequestSummary[];
  selected: string | undefined;
  open(id: string): void;
  setTab(tab: DetailTab): void;
  actions: RequestActions;
  canReplay: boolean;
  edit(): void;
  pause(): void;
  back(): void;
};

/** The single keys of the inspector. */
export function useInspectorKeys(keys: InspectorKeys): void {
  const { rows, selected, open, setTab, actions, canReplay } = keys;
  const move = (by: number) => {
    const at = selected === undefined ? -1 : indexOfId(rows, selected);
    const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (next) open(next.id);
  };
  const does = new Map<string, () => void>([
    ...detailTabs.map((name, at): [string, () => void] => [String(at + 1), () => setTab(name)]),
    ['j', () => move(1)],
    ['ArrowDown', () => move(1)],
    ['k', () => move(-1)],
    ['ArrowUp', () => move(-1)],
    ['Enter', focusDetails],
    [' ', keys.pause],
    ['c', actions.onCurl],
    ['Escape', keys.back],
    ...(canReplay
      ? ([
          ['r', () => actions.onReplay({})],
          ['e', keys.edit],
        ] as const)
      : []),
  ]);
  useKeys((key) => {
    does.get(key)?.();
    return does.has(key);
  });
}

function focusDetails(): void {
  document.getElementById('request-panel')?.focus();
}
