'use client';

import { CircleX, RotateCcw, Send, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { duration } from '#lib/i18n/quantity.ts';
import { textCount } from '#lib/i18n/text.ts';
import { ConditionReasonList } from '../conditions/condition-reason-list.tsx';
import { conditionReasons } from '../conditions/condition-reasons.ts';
import { StepMark } from '../steps/step-mark.tsx';
import { stepTypeName } from '../steps/step-words.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { ValueView } from '../values/value-view.tsx';
import { errorWords } from './error-words.ts';
import { HttpCall } from './http-call.tsx';
import { resultWord } from './result-word.ts';
import { RunStatus } from './run-status.tsx';
import type { RunStep, RunSurroundings } from './run-types.ts';
import type { ShownStep } from './shown-steps.ts';

export type StepPaneProps = {
  shown: ShownStep;
  /** Counted from 1, among `of`. */
  place: number;
  of: number;
  look: RunSurroundings['kinds'][string] | undefined;
  /** Absent for those who may not, and where there is nothing to run again. */
  onRerun?: (() => void) | undefined;
  /** Where the request may be sent on, of this step: it is, or stands behind, what held it back. */
  held?: readonly { nodeId: string; name: string }[] | undefined;
  onOnward(step: { nodeId: string; name: string }): void;
};
const tabs = ['input', 'output'] as const;

/** One step of a run: what it was given, what it made of it, and why it failed. */
export function StepPane(props: StepPaneProps) {
  const { shown, place, of, look, onRerun, held = [] } = props;
  const text = useText();
  const { step, name, type, status } = shown;
  const word = resultWord(shown, text);
  return (
    <>
      <header className="flex flex-none items-center gap-2.5 px-4 pt-3 pb-2">
        <StepMark type={type} look={look} large />
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-semibold text-strong">{name}</h2>
          <p className="truncate text-meta text-text-3 tabular-nums">
            {[
              stepTypeName(type, text),
              text('runs.place', { place, of }),
              step?.finishedAt &&
                duration(Date.parse(step.finishedAt) - Date.parse(step.startedAt), text.locale),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <RunStatus status={status} pill {...(word !== undefined && { word })} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto border-line border-t p-4">
        {step ? (
          <StepBody key={step.nodeId} step={step} onRerun={onRerun} />
        ) : (
          <p className="text-text-3">
            {text(status === 'not_reached' ? 'runs.notReached' : 'runs.notYet')}
          </p>
        )}
        {held.length > 0 && (
          <div className="flex flex-wrap gap-2">
            {held.map((step) => (
              <Button key={step.nodeId} size="sm" icon={Send} onClick={() => props.onOnward(step)}>
                {text('runs.onward', { step: step.name })}
              </Button>
            ))}
          </div>
        )}
      </div>
    </>
  );
}

function StepBody({ step, onRerun }: { step: RunStep; onRerun: StepPaneProps['onRerun'] }) {
  const text = useText();
  return (
    <>
      {step.error && <Failure step={step} error={step.error} onRerun={onRerun} />}
      {step.attempt > 1 && (
        <p className="text-meta text-text-2">{textCount(text, 'runs.tries', step.attempt)}</p>
      )}
      {step.warnings.map((warning) => (
        <p key={warning} className="flex items-start gap-2 text-meta text-wait">
          <Icon icon={TriangleAlert} size={14} className="mt-px" />
          {warning}
        </p>
      ))}
      {step.type === 'http_request' ? (
        <HttpCall step={step} />
      ) : (
        tabs.map((side) => <Side key={side} side={side} step={step} />)
      )}
    </>
  );
}

/** A trigger has no input, a step that waits no output: then nothing stands there. */
function Side({ side, step }: { side: (typeof tabs)[number]; step: RunStep }) {
  const text = useText();
  if (step[side] === null) return null;
  const root = side === 'output' ? `steps.${step.nodeId}.output` : 'input';
  const title = text(`runs.${side}`);
  const value = <ValueView title={title} root={root} value={step[side]} />;
  const reasons = side === 'input' ? conditionReasons(step.type, step.input) : [];
  if (reasons.length === 0) return value;
  return (
    <ConditionReasonList reasons={reasons} rawName={title}>
      {value}
    </ConditionReasonList>
  );
}

type FailureProps = {
  step: RunStep;
  error: NonNullable<RunStep['error']>;
  onRerun: StepPaneProps['onRerun'];
};

function Failure({ step, error, onRerun }: FailureProps) {
  const text = useText();
  const [asked, setAsked] = useState(false);
  return (
    <div className="flex flex-col gap-2.5 rounded-md bg-bad-soft px-3 py-2.5 inset-ring inset-ring-bad-line">
      <div className="flex items-start gap-2 text-bad">
        <Icon icon={CircleX} className="mt-0.5" />
        <div className="min-w-0">
          <p className="break-words font-semibold">{errorWords(error, text)}</p>
          <p className="font-mono text-meta">{error.code}</p>
        </div>
      </div>
      {onRerun && step.status === 'failed' && (
        <div className="pl-6">
          <Button
            size="sm"
            icon={RotateCcw}
            busyLabel={asked && text('runs.rerunning')}
            onClick={() => {
              if (asked) return;
              setAsked(true);
              onRerun();
            }}
          >
            {text('runs.rerunHere')}
          </Button>
        </div>
      )}
    </div>
  );
}
