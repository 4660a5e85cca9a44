'use client';

import type { ReactNode } from 'react';
import { fullMoment } from '#lib/i18n/time.ts';
import { useClock } from '../clock.tsx';
import { useText } from '../text.tsx';
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
    <div className="grid grid-cols-[minmax(0,160px)_minmax(0,1fr)] gap-3 border-line border-b px-4 py-1.5">
      <dt className={`break-words text-text-2 ${font}`}>{name}</dt>
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
      <Line name={text('inspector.tab.timing')}>{text('inspector.answered', answer)}</Line>
    </dl>
  );
}

export function TimingTab({ request }: TabProps) {
  const text = useText();
  const clock = useClock();
  return (
    <dl>
      <Line name={text('inspector.received')} mono>
        {fullMoment(new Date(request.receivedAt), clock)}
      </Line>
      <Line name={text('inspector.tab.timing')}>{text('inspector.answered', request.answer)}</Line>
    </dl>
  );
}

export function RunsTab({ request }: TabProps) {
  const text = useText();
  if (request.runs.length > 0) {
    return <Pairs pairs={request.runs.map(({ id, status }) => [status, id] as const)} />;
  }
  const why = text(`inspector.${request.outcome}`);
  return <p className="p-4 text-text-3">{text('inspector.noRuns', { why })}</p>;
}
