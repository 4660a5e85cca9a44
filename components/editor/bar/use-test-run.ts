'use client';

import { useState } from 'react';
import { useEditorStore } from '#components/editor/store/editor-store.tsx';
import { testDraft } from '#components/editor/test-draft.ts';
import { useText } from '#components/text.tsx';

/** Runs the saved draft with the chosen request, else with an empty one, and lays the run over the canvas. */
export function useTestRun(saveNow: () => Promise<boolean>) {
  const text = useText();
  const store = useEditorStore();
  const [testing, setTesting] = useState(false);
  const run = async () => {
    const { workflow, sampleRequestId, tell, showRun, awaitRun } = store.getState();
    if (!(await saveNow())) return;
    awaitRun();
    const answer = await testDraft(
      workflow.id,
      sampleRequestId ? { requestId: sampleRequestId } : {},
    );
    if (answer.ok) showRun(answer.body, true);
    else tell(text('editor.run.failed', { detail: answer.failure.detail }));
  };
  const test = async () => {
    if (testing) return;
    setTesting(true);
    await run();
    setTesting(false);
  };
  return { test, testing };
}
