'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { duration } from '#lib/i18n/quantity.ts';
import { fullMoment } from '#lib/i18n/time.ts';
import { useRead } from '../api/use-read.ts';
import { useClock } from '../clock.tsx';
import { RunStatus } from '../runs/run-status.tsx';
import type { RunListItem } from '../runs/run-types.ts';
import { StepBars } from '../runs/step-bars.tsx';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import { refusalWords } from './refusal-words.ts';
import type { RequestDetail } from './request-types.ts';

type TabProps = { request: RequestDetail };

/** As stored: secrets were masked before they were kept. */
export function HeadersTab({ request }: TabProps) {
  return <Pairs pairs={request.headers} />;
}

export function QueryTab({ request }: TabProps) {
  const text = useText();
  if (request.query === '') return <p className="p-4 text-text-3">{text('inspector.noQuery')}</p>;
  return <Pairs pairs={[...new URLSearchParams(request.query)]} />;
}

function Pairs({ pairs }: { pairs: readonly (readonly [string, string])[] }) {
  return (
    <dl>
      {pairs.map(([name, value], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and the list never changes
        <Line key={`${at}:${name}`} name={name} mono>
          {value}
        </Line>
      ))}
    </dl>
  );
}

type LineProps = { name: string; mono?: boolean; children: ReactNode };

function Line({ name, mono, children }: LineProps) {
  const font = mono ? 'font-mono text-meta' : '';
  return (
    <div className="grid grid-cols-[minmax(0,176px)_minmax(0,1fr)] gap-3 border-line border-b px-4 py-1.5 max-sm:grid-cols-[minmax(0,120px)_minmax(0,1fr)]">
      <dt className={`break-words ${mono ? 'text-syn-key' : 'text-text-2'} ${font}`}>{name}</dt>
      <dd className={`break-words ${font}`}>{children}</dd>
    </div>
  );
}

/** What was checked, in plain words; for a refused one also why, and what to do. */
export function VerificationTab({ request }: TabProps) {
  const text = useText();
  const { verification, reason, answer } = request;
  const words = reason === null ? null : refusalWords(reason);
  return (
    <dl>
      {words && (
        <Line name={text('inspector.reason')}>{text(words.why, { reason: reason ?? '' })}</Line>
      )}
      {words?.advice && <Line name={text('inspector.next')}>{text(words.advice)}</Line>}
      <Line name={text('inspector.result')}>{text(`inspector.${verification.status}`)}</Line>
      <Line name={text('inspector.scheme')} mono>
        {verification.scheme}
      </Line>
      {verification.detail && <Line name={text('inspector.detail')}>{verification.detail}</Line>}
      <Line name={text('inspector.answer')}>{text('inspector.answered', answer)}</Line>
    </dl>
  );
}

/** When it came, when it was answered, and what its runs took after that. */
export function TimingTab({ request }: TabProps) {
  const text = useText();
  const clock = useClock();
  const runs = useRuns(request);
  return (
    <dl>
      <Line name={text('inspector.received')}>
        {fullMoment(new Date(request.receivedAt), clock)}
      </Line>
      <Line name={text('inspector.answer')}>{text('inspector.answered', request.answer)}</Line>
      {runs.map((run) => (
        <Line key={run.id} name={run.workflowName ?? text('runs.deleted')}>
          {run.startedAt &&
            text('inspector.runTook', {
              after: duration(
                Math.max(0, Date.parse(run.startedAt) - Date.parse(request.receivedAt)),
                text.locale,
              ),
              took: run.ms === null ? '–' : duration(run.ms, text.locale),
            })}
        </Line>
      ))}
    </dl>
  );
}

export function RunsTab({ request }: TabProps) {
  const text = useText();
  const runs = useRuns(request);
  if (request.runs.length === 0) {
    const why = text(`inspector.why.${request.outcome}`);
    return <p className="p-4 text-text-2">{text('inspector.noRuns', { why })}</p>;
  }
  return (
    <ul>
      {runs.map((run) => (
        <RunLine key={run.id} run={run} />
      ))}
    </ul>
  );
}

/** The same as its line in the list of runs; read again when one of them moves. */
function useRuns(request: RequestDetail): RunListItem[] {
  const moved = request.runs.map(({ id, status }) => `${id}:${status}`).join();
  const path = `/api/v1/runs?requestId=${request.id}&limit=50`;
  const { data } = useRead<{ items: RunListItem[] }>(
    request.runs.length > 0 ? `${path}#${moved}` : null,
    { keep: true },
  );
  const own = (data?.items ?? []).filter(({ requestId }) => requestId === request.id);
  return own;
}

export function RunLine({ run }: { run: RunListItem }) {
  const text = useText();
  return (
    <li className="border-line border-b">
      <Link
        href={`/runs/${run.id}`}
        prefetch={false}
        className="flex min-h-9 items-center gap-2.5 px-4 hover:bg-hover focus-visible:-outline-offset-2 max-sm:min-h-11"
      >
        <RunStatus status={run.status} />
        <span className="min-w-0 truncate font-medium">
          {run.workflowName ?? text('runs.deleted')}
        </span>
        <span className="flex-none text-micro text-text-3">
          {run.version === 0 ? text('runs.draft') : text('runs.version', { version: run.version })}
        </span>
        <span className="min-w-0 flex-1 truncate text-meta text-text-2">{run.error?.message}</span>
        <StepBars steps={run.steps} />
        <span className="flex-none tabular-nums">
          {run.ms === null ? '' : duration(run.ms, text.locale)}
        </span>
        <Icon icon={ChevronRight} size={14} className="text-text-3" />
      </Link>
    </li>
  );
}
