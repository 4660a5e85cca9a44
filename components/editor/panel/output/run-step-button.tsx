'use client';

import { Play } from 'lucide-react';
import { useState } from 'react';
import { failureWords } from '#components/api/failure-words.ts';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { definitionOf } from '#lib/core/graph/node-type.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';
import { useEditor, useEditorStore } from '../../store/editor-store.tsx';
import { testDraft } from '../../test-draft.ts';
import { useSample } from '../input/use-sample.ts';

/** What runs is the draft as saved: edits of the last second have to be there. */
export type RunStepButtonProps = { saveNow(): Promise<boolean> };

/** Runs the draft with the sample. Where that would reach the outside, the person says whether it may. */
export function RunStepButton({ saveNow }: RunStepButtonProps) {
  const text = useText();
  const [asking, setAsking] = useState(false);
  const { run, busy, problem } = useRunDraft(saveNow);
  const sample = useSample();
  const hasEffects = useEditor(({ graph }) =>
    graph.nodes.some(({ type }) => definitionOf(nodeDefinitions, type)?.effect),
  );
  const none = sample.requestId === null && !sample.pasted;
  const start = (effects: 'real' | 'stub') => {
    setAsking(false);
    void run(effects);
  };
  if (asking) {
    return (
      <div className="flex flex-wrap items-center gap-1.5">
        <span className="text-meta text-text-2">{text('panel.run.ask')}</span>
        <Button onClick={() => start('stub')}>{text('panel.run.stub')}</Button>
        <Button onClick={() => start('real')}>{text('panel.run.real')}</Button>
        <Button variant="ghost" onClick={() => setAsking(false)}>
          {text('panel.run.cancel')}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex items-center gap-2">
      {problem && (
        <span role="alert" className="text-bad text-meta">
          {problem}
        </span>
      )}
      <Button
        icon={Play}
        aria-disabled={none}
        title={none ? text('panel.run.sample') : undefined}
        busyLabel={busy && text('panel.run.busy')}
        onClick={() => {
          if (none || busy) return;
          if (hasEffects) setAsking(true);
          else start('real');
        }}
      >
        <span className="max-sm:sr-only">{text('panel.run')}</span>
      </Button>
    </div>
  );
}

function useRunDraft(saveNow: () => Promise<boolean>) {
  const text = useText();
  const store = useEditorStore();
  const sample = useSample();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (effects: 'real' | 'stub') => {
    setBusy(true);
    setProblem(null);
    const { workflow, awaitRun, showRun } = store.getState();
    if (await saveNow()) {
      awaitRun();
      const answer = await testDraft(workflow.id, { ...sample, effects });
      if (answer.ok) showRun(answer.body, true);
      else setProblem(failureWords(answer.failure, text));
    }
    setBusy(false);
  };
  return { run, busy, problem };
}
