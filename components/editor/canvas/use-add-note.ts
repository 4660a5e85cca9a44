'use client';

import { useCallback } from 'react';
import { useReactFlow } from 'reactflow';
import { addNoteEdit, noteSize } from '#components/editor/graph/notes-edit.ts';
import { useEditorStore } from '#components/editor/store/editor-store.tsx';
import { focusOnceDrawn } from '#components/ui/focus.ts';

/** Puts an empty note into the middle of what is seen, with the cursor in it. */
export function useAddNote(): () => void {
  const store = useEditorStore();
  const { screenToFlowPosition } = useReactFlow();
  return useCallback(() => {
    const box = document.querySelector('.editor .react-flow')?.getBoundingClientRect();
    if (!box) return;
    const middle = screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    const at = { x: middle.x - noteSize.width / 2, y: middle.y - noteSize.height / 2 };
    const { graph, apply, tell } = store.getState();
    const { edit, id } = addNoteEdit(graph, at);
    const problem = apply(edit);
    if (problem) return tell(problem.detail);
    focusOnceDrawn(() => document.querySelector(`textarea[data-note="${id}"]`));
  }, [store, screenToFlowPosition]);
}
