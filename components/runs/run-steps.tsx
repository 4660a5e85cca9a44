'use client';

import { MessageSquareWarning } from 'lucide-react';
import { duration } from '#lib/i18n/quantity.ts';
import { useText } from '../text.tsx';
import { Note } from '../ui/note.tsx';
import type { RunDetail } from './run-types.ts';
import { timeShares } from './time-shares.ts';
import { Waterfall, type WaterfallProps } from './waterfall.tsx';

export type RunStepsProps = WaterfallProps & { run: RunDetail };

/** The waterfall with its sum: where the time went, and what came too late for the sender. */
export function RunSteps({ run, ...waterfall }: RunStepsProps) {
  const text = useText();
  const shares = timeShares(
    waterfall.steps.flatMap(({ step, kept }) => (step && !kept ? [step] : [])),
  );
  const words = (['waiting', 'elsewhere', 'here'] as const)
    .filter((name) => shares[name] > 0)
    .map((name) => text(`runs.share.${name}`, { time: duration(shares[name], text.locale) }));
  return (
    <section
      aria-label={text('runs.steps')}
      className="flex-none overflow-hidden rounded-md bg-surface inset-ring inset-ring-line"
    >
      <header className="flex h-9 items-center gap-2 px-4">
        <h2 className="font-semibold text-strong">{text('runs.steps')}</h2>
        <span className="font-medium text-micro text-text-3 tabular-nums">
          {waterfall.steps.length}
        </span>
      </header>
      <Waterfall {...waterfall} />
      {(words.length > 0 || run.error || run.lateAnswer !== null) && (
        <footer className="flex flex-col gap-1 border-line border-t px-4 py-2.5 text-meta text-text-3">
          {words.length > 0 && <p>{text('runs.shares', { shares: words.join(' · ') })}</p>}
          {run.lateAnswer !== null && <Note icon={MessageSquareWarning}>{text('runs.late')}</Note>}
        </footer>
      )}
    </section>
  );
}
