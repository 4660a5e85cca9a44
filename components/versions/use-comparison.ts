'use client';

import { useCallback, useMemo, useState } from 'react';
import type { OpenedWorkflow } from '#components/editor/store/document.ts';
import { compareGraphs, type GraphChanges } from '#lib/core/graph/compare-graphs.ts';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import type { Draft } from './use-take-back.ts';
import { useGraph, useVersions } from './use-versions.ts';
import type { Chosen, Version } from './version-types.ts';

export type Comparison = {
  versions: readonly Version[];
  list: ReturnType<typeof useVersions>;
  chosen: Chosen;
  /** Null: nothing came before. */
  base: number | null;
  before: GraphDocument | undefined;
  after: GraphDocument | undefined;
  changes: GraphChanges | undefined;
  failed: boolean;
  /** The step pointed at. */
  focused: string | null;
  choose: (chosen: Chosen) => void;
  setBase: (base: number | null) => void;
  focus: (id: string) => void;
  retry: () => void;
};

/** What is looked at, beside what, and what differs. */
export function useComparison(
  { id, liveVersion }: Pick<OpenedWorkflow, 'id' | 'liveVersion'>,
  draft: Draft,
): Comparison {
  const list = useVersions(id);
  const versions = useMemo(() => list.data ?? [], [list.data]);
  const [chosen, setChosen] = useState<Chosen>('draft');
  const [picked, setPicked] = useState<number | null>();
  const [focused, setFocused] = useState<string | null>(null);
  const base = picked === undefined ? baseOf(chosen, liveVersion) : picked;
  const after = useGraph(id, chosen, draft.graph);
  const before = useGraph(id, base, draft.graph);
  const changes = useMemo(
    () => (before.graph && after.graph ? compareGraphs(before.graph, after.graph) : undefined),
    [before.graph, after.graph],
  );
  const choose = useCallback((next: Chosen) => {
    setChosen(next);
    setPicked(undefined);
    setFocused(null);
  }, []);
  return {
    ...{ versions, list, chosen, base, changes, focused, choose },
    ...{ before: before.graph, after: after.graph },
    failed: before.failed || after.failed,
    setBase: setPicked,
    focus: setFocused,
    retry: () => {
      if (before.failed) before.retry();
      if (after.failed) after.retry();
    },
  };
}

/** The one before; the draft's is what is live. */
function baseOf(chosen: Chosen, liveVersion: number | null): number | null {
  if (chosen === 'draft') return liveVersion;
  return chosen > 1 ? chosen - 1 : null;
}
