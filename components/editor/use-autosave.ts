'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import { type ApiFailure, callApi } from '../api/call-api.ts';
import { failureWords } from '../api/failure-words.ts';
import { useText } from '../text.tsx';
import { Autosave, type SaveOutcome } from './store/autosave.ts';
import type { EditorStore } from './store/create-editor-store.ts';
import type { OpenedWorkflow, SavedDraft } from './store/document.ts';
import { savesDraft } from './store/save-draft.ts';

const checkAfterMs = 120;

/** Keeps the draft saved and its problems told while the editor is open. */
export function useAutosave(store: EditorStore): {
  now: () => Promise<boolean>;
  settle: () => void;
  /** Saves, then goes there. Where it can't be saved it stays and says so. */
  leave: (href: string) => void;
} {
  const text = useText();
  const router = useRouter();
  const saver = useRef<Autosave>(undefined);
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  });
  useEffect(() => {
    const autosave = autosaveOf(store, (failure) => failureWords(failure, latest.current));
    saver.current = autosave;
    let check: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = store.subscribe((state, before) => {
      if (state.graph === before.graph) return;
      if (state.canEdit) autosave.changed();
      clearTimeout(check);
      check = setTimeout(() => store.getState().checkProblems(), checkAfterMs);
    });
    const online = () => void autosave.now();
    const leaving = (event: BeforeUnloadEvent) => {
      if (!autosave.isClean) event.preventDefault();
    };
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', leaving);
    return () => {
      unsubscribe();
      clearTimeout(check);
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', leaving);
      autosave.stop();
    };
  }, [store]);
  return {
    now: async () => (await saver.current?.now()) ?? false,
    settle: () => saver.current?.settle(),
    leave: async (href: string) => {
      if (await saver.current?.now()) router.push(href);
      else store.getState().tell(text('editor.leave.unsaved'));
    },
  };
}

function autosaveOf(store: EditorStore, wordsOf: (failure: ApiFailure) => string): Autosave {
  const path = `/api/v1/workflows/${store.getState().workflow.id}`;
  const put = async (graph: GraphDocument, baseRevision: number): Promise<SaveOutcome> => {
    const body = { graph, baseRevision };
    const answer = await callApi<SavedDraft>(`${path}/graph`, { method: 'PUT', body });
    if (answer.ok) return { kind: 'saved', draft: answer.body };
    const { kind, code } = answer.failure;
    if (kind === 'unreachable') return { kind };
    if (code === 'revision_conflict') return { kind: 'conflict' };
    return { kind: 'refused', detail: wordsOf(answer.failure) };
  };
  const read = async () => {
    const answer = await callApi<OpenedWorkflow>(path);
    return answer.ok ? answer.body : undefined;
  };
  return new Autosave({
    read: () => store.getState(),
    onState: (state, detail) => store.getState().setSaveState(state, detail),
    onSaved: (sent, draft) => store.getState().saved(sent, draft),
    save: savesDraft({ put, read }),
  });
}
