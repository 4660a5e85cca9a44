'use client';

import { useState } from 'react';
import { callEditorApi } from '#components/editor/editor-api.ts';
import { useEditorStore } from '#components/editor/store/editor-store.tsx';
import type { RunDetail } from '#components/editor/store/overlay.ts';
import { useText } from '#components/text.tsx';

/** Runs the saved draft with the chosen request, else with an empty one, and lays the run over the canvas. */
export function useTestRun(saveNow: () => Promise<boolean>) {
  const text = useText();
  const store = useEditorStore();
  const [testing, setTesting] = useState(false);
  const run = async () => {
    const { workflow, sampleRequestId, tell, showRun } = store.getState();
    if (!(await saveNow())) return;
    const body = sampleRequestId ? { requestId: sampleRequestId } : {};
    const path = `/api/v1/workflows/${workflow.id}/test`;
    const answer = await callEditorApi<RunDetail>('POST', path, body);
    if (!answer.ok) return tell(text('editor.run.failed', { detail: answer.failure.detail }));
    if (answer.status === 200) return showRun(answer.body);
    const later = await callEditorApi<RunDetail>('GET', `/api/v1/runs/${answer.body.id}`);
    if (later.ok) showRun(later.body);
  };
  const test = async () => {
    if (testing) return;
    setTesting(true);
    await run();
    setTesting(false);
  };
  return { test, testing };
}
