'use client';

import { Play } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import type { RunDetail } from '../../store/overlay.ts';
import { testDraft } from '../../test-draft.ts';

export type RunStepButtonProps = {
  /** What runs is the draft as saved: edits of the last second have to be there. */
  saveNow(): Promise<boolean>;
  workflowId: string;
  requestId: string | null;
  /** A step of the draft changes something outside: then it is asked how. */
  hasEffects: boolean;
  onRun: (run: RunDetail) => void;
};

/** Runs the draft with the sample. Where that would reach the outside, the person says whether it may. */
export function RunStepButton(props: RunStepButtonProps) {
  const { saveNow, workflowId, requestId, hasEffects, onRun } = props;
  const text = useText();
  const [state, setState] = useState<'idle' | 'ask' | 'busy'>('idle');
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (effects: 'real' | 'stub') => {
    setState('busy');
    if (!(await saveNow())) return setState('idle');
    const answer = await testDraft(workflowId, { requestId, effects });
    setState('idle');
    setProblem(answer.ok ? null : answer.failure.detail || text('panel.run.failed'));
    if (answer.ok) onRun(answer.body);
  };
  if (state === 'ask') {
    return (
      <div className="flex flex-wrap items-center gap-1.5">
        <span className="text-meta text-text-2">{text('panel.run.ask')}</span>
        <Button onClick={() => void run('stub')}>{text('panel.run.stub')}</Button>
        <Button onClick={() => void run('real')}>{text('panel.run.real')}</Button>
        <Button variant="ghost" onClick={() => setState('idle')}>
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
        disabled={requestId === null}
        title={requestId === null ? text('panel.run.sample') : undefined}
        busyLabel={state === 'busy' && text('panel.run.busy')}
        onClick={() => (hasEffects ? setState('ask') : void run('real'))}
      >
        {text('panel.run')}
      </Button>
    </div>
  );
}
