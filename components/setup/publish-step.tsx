'use client';

import { FlaskConical, Rocket } from 'lucide-react';
import { useState } from 'react';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import type { RunDetail } from '../editor/store/overlay.ts';
import { testDraft } from '../editor/test-draft.ts';
import { useText } from '../text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useInSight } from '../ui/use-in-sight.ts';
import { StepCard } from './step-card.tsx';
import { TestResult } from './test-result.tsx';
import { useCall } from './use-call.ts';
import { useNaming } from './use-naming.ts';
import type { Setup } from './use-setup.ts';

/** Tried with the request that came, then put live. */
export function PublishStep({ setup }: { setup: Setup }) {
  const text = useText();
  const { steps, sample, draft, workflow } = setup;
  const [tested, setTested] = useState<{ run: RunDetail; graph: GraphDocument } | null>(null);
  const test = useCall();
  const publishing = useCall();
  const naming = useNaming(setup);
  const tryIt = async (effects: 'real' | 'stub') => {
    setTested(null);
    let { graph } = setup.state;
    const run = await test.run(async () => {
      if (!(await draft.saveNow())) return null;
      ({ graph } = draft.store.getState());
      return testDraft(workflow.id, { requestId: sample?.id ?? null, effects });
    });
    if (run) setTested({ run, graph });
  };
  const publish = async () => {
    const done = await publishing.run(async () => {
      const named = await naming.apply();
      return named.ok ? draft.publish() : named;
    });
    if (done) setup.go(null);
  };
  // What another graph did says nothing of this one.
  const shown = tested?.graph === setup.state.graph ? tested : null;
  const result = useInSight<HTMLDivElement>(shown !== null);
  const first = setup.state.liveVersion === null;
  return (
    <StepCard
      id="publish"
      setup={setup}
      title={text('setup.publish')}
      note={text(steps.publish === 'done' ? 'setup.publish.done' : 'setup.publish.lead')}
      again={text('setup.publish.again')}
    >
      <div className="flex flex-col gap-3">
        <p className="text-text-2">{text(first ? 'setup.publish.first' : 'setup.publish.next')}</p>
        {setup.canEdit && naming.unnamed && (
          <Field label={text('workflows.name')}>
            {(control) => (
              <TextInput
                {...control}
                dense
                maxLength={200}
                value={naming.name}
                onChange={({ target }) => naming.type(target.value)}
              />
            )}
          </Field>
        )}
        {setup.canEdit && (
          <div className="flex flex-wrap items-center gap-2">
            <Button
              icon={FlaskConical}
              onClick={() => void tryIt('real')}
              busyLabel={test.busy && text('setup.test.busy')}
            >
              {text('setup.test')}
            </Button>
            <Button variant="ghost" onClick={() => void tryIt('stub')} aria-disabled={test.busy}>
              {text('setup.test.stub')}
            </Button>
            <span className="flex-1" />
            <Button
              variant="primary"
              icon={Rocket}
              onClick={() => void publish()}
              busyLabel={publishing.busy && text('setup.publishing')}
            >
              {text('setup.publish.submit')}
            </Button>
          </div>
        )}
        <Alert message={test.problem ?? publishing.problem} />
        <div ref={result} className="scroll-mb-16 empty:hidden">
          {shown && <TestResult run={shown.run} graph={setup.graph} />}
        </div>
      </div>
    </StepCard>
  );
}
