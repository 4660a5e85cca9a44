'use client';

import { useMemo } from 'react';
import { useRead } from '#components/api/use-read.ts';
import { useEditor } from '#components/editor/store/editor-store.tsx';
import type { VersionWithGraph } from '#components/versions/version-types.ts';
import { compareGraphs, type GraphChanges } from '#lib/core/graph/compare-graphs.ts';

const none: GraphChanges = { steps: [], notes: [], vars: [] };

/**
 * How the saved draft differs from what is live. Null where nothing is live; undefined while that isn't
 * known, or not all is saved.
 */
export function useLiveChanges(): GraphChanges | null | undefined {
  const { id, liveVersion, changed } = useEditor((state) => state.workflow);
  const saved = useEditor((state) => (state.saveState === 'saved' ? state.graph : null));
  const path = `/api/v1/workflows/${id}/versions/${liveVersion}`;
  const { data: live } = useRead<VersionWithGraph>(liveVersion !== null && changed ? path : null);
  return useMemo(() => {
    if (liveVersion === null) return null;
    if (!saved) return undefined;
    if (!changed) return none;
    return live && compareGraphs(live.graph, saved);
  }, [liveVersion, changed, saved, live]);
}
