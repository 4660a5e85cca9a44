'use client';

import { type Dispatch, type SetStateAction, useCallback } from 'react';
import { callApi } from '#components/api/call-api.ts';
import type { SavedDraft } from '#components/editor/store/document.ts';
import { useText } from '#components/text.tsx';
import { useToast } from '#components/ui/toast.tsx';
import type { StepChange } from '#lib/core/graph/compare-graphs.ts';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import { applyEdit } from '#lib/core/graph/edit.ts';
import { takeBackEdit } from '#lib/core/graph/take-back.ts';

export type Draft = { graph: GraphDocument; revision: number };

type TakingBack = {
  workflowId: string;
  draft: Draft;
  setDraft: Dispatch<SetStateAction<Draft>>;
  base: GraphDocument | undefined;
};

/** Makes one step of the draft what it was, and says so with a way back. */
export function useTakeBack({ workflowId, draft, setDraft, base }: TakingBack) {
  const text = useText();
  const toast = useToast();
  const save = useCallback(
    async (graph: GraphDocument, baseRevision: number): Promise<Draft | undefined> => {
      const path = `/api/v1/workflows/${workflowId}/graph`;
      const answer = await callApi<SavedDraft>(path, {
        method: 'PUT',
        body: { graph, baseRevision },
      });
      if (answer.ok) {
        const saved = { graph: answer.body.graph, revision: answer.body.revision };
        setDraft(saved);
        return saved;
      }
      const detail = answer.failure.detail || text('versions.offline');
      toast({ title: text('versions.takeBackFailed', { detail }), tone: 'bad' });
    },
    [workflowId, setDraft, text, toast],
  );
  return useCallback(
    async (change: StepChange) => {
      if (!base) return;
      const applied = applyEdit(draft.graph, takeBackEdit(base, draft.graph, change));
      if (!applied.ok) {
        const { detail } = applied.error;
        toast({ title: text('versions.takeBackFailed', { detail }), tone: 'bad' });
        return;
      }
      const saved = await save(applied.value.graph, draft.revision);
      if (!saved) return;
      toast({
        title: text('versions.takenBack', { name: change.node.name }),
        action: {
          label: text('versions.undo'),
          onClick: () => void save(draft.graph, saved.revision),
        },
      });
    },
    [base, draft, save, text, toast],
  );
}
