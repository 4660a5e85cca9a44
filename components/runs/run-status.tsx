'use client';

import { useText } from '../text.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { isRunStatus, type RunLook, runLook } from './run-looks.ts';

export const toneText = {
  good: 'text-good',
  bad: 'text-bad',
  wait: 'text-wait',
  live: 'text-live',
  idle: 'text-idle',
} satisfies Record<RunLook['tone'], string>;
const pills = {
  good: 'bg-good-soft inset-ring-good-line',
  bad: 'bg-bad-soft inset-ring-bad-line',
  wait: 'bg-wait-soft inset-ring-wait-line',
  live: 'bg-live-soft inset-ring-live-line',
  idle: 'bg-idle-soft inset-ring-idle-line',
} satisfies Record<RunLook['tone'], string>;

export type RunStatusProps = {
  /** Of a run or a step. */
  status: string;
  /** More than the status says: `401`, `Matched`. */
  word?: string;
  pill?: boolean;
};

/** Quiet where all is well: only exceptions colour the word. */
export function RunStatus({ status, word, pill }: RunStatusProps) {
  const text = useText();
  const { icon, tone, loud } = runLook(status);
  const known = isRunStatus(status) ? text(`runs.status.${status}`) : status;
  return (
    <span
      className={classNames(
        'inline-flex min-w-0 max-w-full items-center gap-[5px] whitespace-nowrap align-middle text-meta',
        pill && `h-5 flex-none rounded-ctl pr-[7px] pl-[5px] inset-ring ${pills[tone]}`,
        loud || pill ? `font-medium ${toneText[tone]}` : 'text-text-2',
      )}
    >
      <Icon
        icon={icon}
        size={14}
        className={classNames(toneText[tone], status === 'running' && 'motion-safe:animate-spin')}
      />
      <span className="truncate">{word ?? known}</span>
    </span>
  );
}
