'use client';

import { useCallback, useRef, useState } from 'react';
import { failureWords } from '#components/api/failure-words.ts';
import { useSample } from '#components/editor/panel/input/use-sample.ts';
import { useEditorStore } from '#components/editor/store/editor-store.tsx';
import { testDraft } from '#components/editor/test-draft.ts';
import { useText } from '#components/text.tsx';

/** Runs the saved draft with the sample, else with an empty request, and lays the run over the canvas. */
export function useTestRun(saveNow: () => Promise<boolean>) {
  const text = useText();
  const store = useEditorStore();
  const sample = useSample();
  const latest = useRef({ sample, saveNow });
  latest.current = { sample, saveNow };
  const busy = useRef(false);
  const [testing, setTesting] = useState(false);
  const test = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    setTesting(true);
    const { workflow, effects, tell, showRun, awaitRun } = store.getState();
    if (await latest.current.saveNow()) {
      awaitRun();
      const answer = await testDraft(workflow.id, { ...latest.current.sample, effects });
      if (answer.ok) showRun(answer.body, true);
      else {
        const detail = failureWords(answer.failure, text);
        tell(text('editor.run.failed', { detail }));
      }
    }
    busy.current = false;
    setTesting(false);
  }, [store, text]);
  return { test, testing };
}
