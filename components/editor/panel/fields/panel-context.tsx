'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { FieldProblem } from '#lib/core/errors.ts';
import type { Json } from '#lib/core/json.ts';

/** What every field of the open step needs. `scope` is empty until a sample is chosen. */
export type PanelState = {
  scope: Readonly<Record<string, Json>>;
  hasSample: boolean;
  problems: readonly FieldProblem[];
  canEdit: boolean;
  /** Whoever has the cursor says how a picked value gets in, and when it is no longer there. */
  onInsertTarget: (insert: (text: string) => void) => void;
  onInsertGone: (insert: (text: string) => void) => void;
};

const PanelContext = createContext<PanelState | null>(null);

export function PanelProvider({ value, children }: { value: PanelState; children: ReactNode }) {
  return <PanelContext value={value}>{children}</PanelContext>;
}

export function usePanel(): PanelState {
  const state = useContext(PanelContext);
  if (!state) throw new Error('This field belongs inside a PanelProvider.');
  return state;
}

/** What is wrong with exactly this setting; `deep` takes what lies inside it too. */
export function useProblem(field: string, deep = false): string | undefined {
  return usePanel().problems.find(
    (problem) => problem.field === field || (deep && problem.field?.startsWith(`${field}.`)),
  )?.message;
}
