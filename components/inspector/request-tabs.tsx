'use client';

import type { ReactNode } from 'react';
import { duration } from '#lib/i18n/quantity.ts';
import { clockTime, fullMoment, shortDay } from '#lib/i18n/time.ts';
import { useRead } from '../api/use-read.ts';
import { useClock } from '../clock.tsx';
import { schemeName } from '../endpoints/scheme-status.tsx';
import { useProviders } from '../endpoints/use-providers.ts';
import { useText } from '../text.tsx';
import { foundWords } from './found-words.ts';
import { refusalWords } from './refusal-words.ts';
import type { RequestDetail, RequestSummary } from './request-types.ts';
import { useRunsOf } from './use-runs-of.ts';

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
  const found = foundWords(verification, text);
  const words = reason === null ? null : refusalWords(reason);
  return (
    <dl>
      {words && (
        <Line name={text('inspector.reason')}>{text(words.why, { reason: reason ?? '' })}</Line>
      )}
      {words?.advice && <Line name={text('inspector.next')}>{text(words.advice)}</Line>}
      {reason === 'bad_signature' && <OthersVerified request={request} />}
      <Line name={text('inspector.result')}>{text(`inspector.${verification.status}`)}</Line>
      <Line name={text('inspector.scheme')}>
        {schemeName(verification.scheme, useProviders(), text)}
      </Line>
      {found && <Line name={text('inspector.detail')}>{found}</Line>}
      <Line name={text('inspector.answer')}>{text('inspector.answered', answer)}</Line>
    </dl>
  );
}

const dayMs = 86_400_000;

/** That others passed tells a forged or altered request from a secret that is wrong for all. */
function OthersVerified({ request }: TabProps) {
  const text = useText();
  const clock = useClock();
  const since = new Date(Date.parse(request.receivedAt) - dayMs).toISOString();
  const { data } = useRead<{ items: RequestSummary[] }>(
    `/api/v1/requests?endpointId=${request.endpointId}&verification=verified&limit=1&since=${since}`,
  );
  const last = data?.items[0];
  if (!last) return null;
  const at = new Date(last.receivedAt);
  const time = `${shortDay(at, clock)} ${clockTime(at, clock).time}`;
  return <Line name={text('inspector.others')}>{text('inspector.othersVerified', { time })}</Line>;
}

/** When it came, when it was answered, and what its runs took after that. */
export function TimingTab({ request }: TabProps) {
  const text = useText();
  const clock = useClock();
  const runs = useRunsOf(request);
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
