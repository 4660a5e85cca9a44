'use client';

import { useEffect, useState } from 'react';
import { callApi } from '#components/api/call-api.ts';
import { failureWords } from '#components/api/failure-words.ts';
import { refresh } from '#components/api/use-read.ts';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';

export type Publishing = { saveNow: () => Promise<boolean>; onClose: () => void };

/** Saves the draft, then makes it live. */
export function usePublish({ saveNow, onClose }: Publishing) {
  const text = useText();
  const store = useEditorStore();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  // What would go live is in question now, and that question comes first.
  const inConflict = useEditor((state) => state.saveState === 'conflict');
  useEffect(() => {
    if (inConflict) onClose();
  }, [inConflict, onClose]);
  const publish = async () => {
    if (busy) return;
    setBusy(true);
    const { workflow, setWorkflow, tell } = store.getState();
    const path = `/api/v1/workflows/${workflow.id}`;
    const answer = (await saveNow()) ? await callPublish(path, note.trim()) : null;
    setBusy(false);
    if (!answer?.ok) {
      setFailure(answer ? failureWords(answer.failure, text) : text('editor.save.unsaved'));
      return;
    }
    const { version } = answer.body;
    const status = workflow.status === 'paused' ? 'paused' : 'live';
    setWorkflow({ status, liveVersion: version, changed: false });
    void refresh(`${path}/versions`);
    tell(text('editor.publish.done', { version }));
    onClose();
  };
  return { publish, busy, failure, setNote };
}

function callPublish(path: string, note: string) {
  const body = note === '' ? {} : { note };
  return callApi<{ version: number }>(`${path}/publish`, { method: 'POST', body });
}
