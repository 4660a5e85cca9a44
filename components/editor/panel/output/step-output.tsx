'use client';

import { ConditionReasonList } from '#components/conditions/condition-reason-list.tsx';
import { conditionReasons } from '#components/conditions/condition-reasons.ts';
import { stepStatus } from '#components/editor/canvas/step-status.ts';
import { useEditor } from '#components/editor/store/editor-store.tsx';
import { errorWords } from '#components/runs/error-words.ts';
import { portLabel } from '#components/steps/step-words.ts';
import { useText } from '#components/text.tsx';
import { Status } from '#components/ui/status.tsx';
import type { GraphEdge, GraphNode } from '#lib/core/graph/document.ts';
import { duration } from '#lib/i18n/quantity.ts';
import type { StepShown } from '../../store/overlay.ts';
import { ValueBox } from './value-box.tsx';

/** What the last run or test made of this step. */
export function StepOutput({ node, step }: { node: GraphNode; step: StepShown | undefined }) {
  const text = useText();
  const run = useEditor((state) => state.run);
  const isEnd = useEditor(({ graph }) => {
    const isNext = ({ from }: GraphEdge) => from.node === node.id && from.port === step?.port;
    return !graph.edges.some(isNext);
  });
  if (!step || !run) {
    return (
      <p className="text-text-3">{text(run ? 'panel.output.notReached' : 'panel.output.none')}</p>
    );
  }
  const reasons = conditionReasons(node.type, step.input);
  const isDone = step.status !== 'running';
  const sides = reasons.length > 0 ? (['output'] as const) : (['output', 'input'] as const);
  const { tone, icon, word } = stepStatus(node, { run, step }, text);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1 text-meta">
        <dt className="text-text-3">{text('panel.output.status')}</dt>
        <dd>
          <Status tone={tone} icon={icon} spin={tone === 'live'}>
            {word}
          </Status>
        </dd>
        <dt className="text-text-3">{text('panel.output.attempts')}</dt>
        <dd className="tabular-nums">{step.attempt}</dd>
        {step.ms !== null && (
          <>
            <dt className="text-text-3">{text('panel.output.time')}</dt>
            <dd className="tabular-nums">{duration(step.ms, text.locale)}</dd>
          </>
        )}
        {step.port && isEnd && (
          <dd className="col-span-2">
            {text('panel.output.ended', { port: portLabel(node, step.port, text) })}
          </dd>
        )}
        {step.port && !isEnd && (
          <>
            <dt className="text-text-3">{text('panel.output.port')}</dt>
            <dd className="font-mono">{portLabel(node, step.port, text)}</dd>
          </>
        )}
      </dl>
      {step.error && (
        <div className="rounded-sm bg-bad-soft p-2 text-bad inset-ring inset-ring-bad-line">
          <p>{errorWords(step.error, text)}</p>
          <p className="font-mono text-meta">{step.error.code}</p>
        </div>
      )}
      {step.warnings.map((warning) => (
        <p key={warning} className="text-meta text-wait">
          {warning}
        </p>
      ))}
      {isDone && reasons.length > 0 && (
        <ConditionReasonList reasons={reasons} rawName={text('panel.input')}>
          <ValueBox value={step.input} />
        </ConditionReasonList>
      )}
      {isDone &&
        sides.map((side) => (
          <section key={side}>
            <h4 className="mb-1 font-medium text-meta text-text-2">
              {text(`panel.output.${side}`)}
            </h4>
            <ValueBox value={step[side]} />
          </section>
        ))}
    </div>
  );
}
