'use client';

import { useText } from '#components/text.tsx';
import type { StepShown } from '../../store/overlay.ts';

/** What the last run or test made of this step. */
export function StepOutput({ step }: { step: StepShown | undefined }) {
  const text = useText();
  if (!step) return <p className="text-text-3">{text('panel.output.none')}</p>;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-meta">
        <dt className="text-text-3">{text('panel.output.status')}</dt>
        <dd className={step.error ? 'text-bad' : 'text-text'}>{step.status}</dd>
        <dt className="text-text-3">{text('panel.output.attempts')}</dt>
        <dd className="tabular-nums">{step.attempt}</dd>
        {step.ms !== null && (
          <>
            <dt className="text-text-3">{text('panel.output.time')}</dt>
            <dd className="tabular-nums">{step.ms} ms</dd>
          </>
        )}
        {step.port && (
          <>
            <dt className="text-text-3">{text('panel.output.port')}</dt>
            <dd className="font-mono">{step.port}</dd>
          </>
        )}
      </dl>
      {step.error && (
        <div className="rounded-sm bg-bad-soft p-2 text-bad inset-ring inset-ring-bad-line">
          <p>{step.error.message}</p>
          <p className="font-mono text-meta">{step.error.code}</p>
        </div>
      )}
      {step.warnings.map((warning) => (
        <p key={warning} className="text-meta text-wait">
          {warning}
        </p>
      ))}
      {(['output', 'input'] as const).map((side) => (
        <section key={side}>
          <h4 className="mb-1 font-medium text-meta text-text-2">{text(`panel.output.${side}`)}</h4>
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
            tabIndex={0}
            className="max-h-72 overflow-auto rounded-sm bg-sunken p-2 font-mono text-meta"
          >
            {JSON.stringify(step[side], null, 2)}
          </pre>
        </section>
      ))}
    </div>
  );
}
