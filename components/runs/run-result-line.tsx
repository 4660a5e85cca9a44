'use client';

import Link from 'next/link';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { runLook } from './run-looks.ts';
import { runResult } from './run-result.ts';
import { toneText } from './run-status.tsx';
import type { RunDetail, RunStatus } from './run-types.ts';

export type RunResultLineProps = {
  run: { id: string; status: RunStatus };
  /** Its request is large, and so is the whole run: only its status is told. */
  large: boolean;
};

/** What a run came to and why, with the way to it. Read again when its status moves. */
export function RunResultLine({ run, large }: RunResultLineProps) {
  const text = useText();
  const { icon, tone, loud } = runLook(run.status);
  const sentence = useRunResult(run, large);
  return (
    <p className={classNames('flex items-start gap-1.5 text-meta', loud && toneText[tone])}>
      <Icon icon={icon} size={14} className={`mt-px flex-none ${toneText[tone]}`} />
      <span className="wrap-anywhere min-w-0">
        {sentence ?? text(`runs.status.${run.status}`)}{' '}
        <Link
          href={`/runs/${run.id}`}
          prefetch={false}
          className="whitespace-nowrap text-accent underline"
        >
          {text('runs.see')}
        </Link>
      </span>
    </p>
  );
}

/** Undefined until it is read. */
function useRunResult(
  { id, status }: RunResultLineProps['run'],
  large: boolean,
): string | undefined {
  const text = useText();
  const { data } = useRead<RunDetail>(large ? null : `/api/v1/runs/${id}#${status}`);
  return data && runResult(data, text);
}
