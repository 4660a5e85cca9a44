'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { duration } from '#lib/i18n/quantity.ts';
import { clockTime, fullMoment, shortDay } from '#lib/i18n/time.ts';
import { useClock } from '../clock.tsx';
import { useText } from '../text.tsx';
import type { RunDetail, RunSurroundings } from './run-types.ts';

type RunFactsProps = { run: RunDetail } & Pick<RunSurroundings, 'workflow' | 'request'>;

/** What made this run, when, and on which version. */
export function RunFacts({ run, workflow, request }: RunFactsProps) {
  const text = useText();
  const clock = useClock();
  const started = run.startedAt === null ? null : new Date(run.startedAt);
  const live = workflow?.liveVersion ?? null;
  return (
    <dl className="grid grid-cols-[repeat(6,auto)] justify-between gap-x-4 gap-y-2 max-2xl:grid-cols-[repeat(3,minmax(0,1fr))] max-sm:grid-cols-2">
      <Fact label={text('runs.request')}>
        <Link
          href={`/requests/${run.requestId}`}
          className="font-mono text-accent text-meta hover:underline"
        >
          {`…${run.requestId.slice(-12)}`}
        </Link>
      </Fact>
      <Fact label={text('runs.event')}>
        {request?.event ? (
          <span className="font-mono text-meta">{request.event}</span>
        ) : (
          <span className="text-text-3">{text('runs.noEvent')}</span>
        )}
      </Fact>
      <Fact label={text('runs.started')}>
        {started ? (
          <time
            dateTime={run.startedAt ?? undefined}
            title={fullMoment(started, clock)}
            className="tabular-nums"
          >
            {shortDay(started, clock)} {clockTime(started, clock).time}
            <span className="text-text-3">{clockTime(started, clock).ms}</span>
          </time>
        ) : (
          <span className="text-text-3">{text('runs.status.queued')}</span>
        )}
      </Fact>
      <Fact label={text('runs.took')}>
        <span className="tabular-nums">
          {run.ms === null ? '–' : duration(run.ms, text.locale)}
        </span>
      </Fact>
      <Fact label={text('runs.versionHead')}>
        {run.version === 0 ? text('runs.draft') : text('runs.version', { version: run.version })}
        {run.version > 0 && live !== null && live !== run.version && (
          <span className="text-text-3"> {text('runs.nowVersion', { version: live })}</span>
        )}
      </Fact>
      <Fact label={text('runs.startedBy')}>
        <StartedBy run={run} request={request} />
      </Fact>
    </dl>
  );
}

function StartedBy({ run, request }: Pick<RunFactsProps, 'run' | 'request'>) {
  const text = useText();
  if (run.rerunOf !== null) {
    return (
      <Link href={`/runs/${run.rerunOf}`} className="text-accent hover:underline">
        {text('runs.by.rerun')}
      </Link>
    );
  }
  if (run.version === 0) return text('runs.by.test');
  if (request?.replayOf) {
    return (
      <Link href={`/requests/${request.replayOf}`} className="text-accent hover:underline">
        {text('runs.by.replay')}
      </Link>
    );
  }
  return text('runs.by.request');
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-micro text-text-3">{label}</dt>
      <dd className="whitespace-nowrap">{children}</dd>
    </div>
  );
}
