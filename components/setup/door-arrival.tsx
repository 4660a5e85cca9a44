'use client';

import {
  Ban,
  CircleCheck,
  Hash,
  KeyRound,
  type LucideIcon,
  ShieldCheck,
  ShieldMinus,
  Wrench,
  Zap,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { bytes, number } from '#lib/i18n/quantity.ts';
import { clockTime } from '#lib/i18n/time.ts';
import { useClock } from '../clock.tsx';
import { foundWords } from '../inspector/found-words.ts';
import { refusalWords } from '../inspector/refusal-words.ts';
import { Verdict, Verification } from '../inspector/request-status.tsx';
import type { RequestSummary } from '../inspector/request-types.ts';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import { SenderMark } from '../ui/sender-mark.tsx';
import { Status } from '../ui/status.tsx';
import { DoorTree } from './door-tree.tsx';
import { Earlier } from './earlier.tsx';
import { LiveResult } from './live-result.tsx';
import { useLiveRequest } from './use-live-request.ts';
import type { Picking } from './use-picking.ts';
import type { Setup } from './use-setup.ts';

export type DoorArrivalProps = { setup: Setup; picking: Picking; shown: RequestSummary };

/** The request that counts, what was checked of it, and its values to click. */
export function DoorArrival({ setup, picking, shown }: DoorArrivalProps) {
  const text = useText();
  const clock = useClock();
  const newest = useLiveRequest(setup);
  const live = newest?.id === shown.id ? newest : null;
  const refused = shown.verdict === 'rejected';
  const { time } = clockTime(new Date(shown.receivedAt), clock);
  const meta = [shown.method, bytes(shown.bodySize, text.locale), time].join(' · ');
  return (
    <div className="flex min-h-0 flex-1 flex-col" aria-live="polite">
      <div
        className={`border-line border-b bg-linear-to-b to-transparent p-4 ${refused ? 'from-bad-soft' : 'from-good-soft'}`}
      >
        <div className="flex items-start gap-2.5">
          <SenderMark
            initials={setup.provider?.initials ?? '{}'}
            tint={setup.provider?.tint ?? 'slate'}
            large
          />
          <div className="min-w-0 flex-1">
            <h3 className="truncate font-semibold text-strong">
              {shown.event.type ?? text('setup.noEvent')}
            </h3>
            <p className="text-meta text-text-2 tabular-nums">{meta}</p>
          </div>
          <div className="flex flex-none flex-col items-end gap-1">
            <Verdicts request={shown} />
          </div>
        </div>
        <ul className="flex flex-col gap-1 pt-3">
          {refused ? <Refusal request={shown} /> : <Proof setup={setup} request={shown} />}
          <Line icon={Zap} tone={refused ? 'text-text-3' : 'text-good'}>
            {text(refused ? 'setup.door.refused' : 'setup.door.answered', {
              status: shown.answer.status,
              ms: Math.max(1, Math.round(shown.answer.ms)),
            })}
          </Line>
        </ul>
        {live && (
          <div className="pt-1 text-text-2">
            <LiveResult setup={setup} request={live} />
          </div>
        )}
      </div>
      {shown.id === setup.sample?.id && (
        <DoorTree request={shown} sender={setup.provider?.id} picking={picking} />
      )}
      <Earlier setup={setup} shownId={shown.id} />
    </div>
  );
}

/** Here it counts that it was let in; what became of it is for later. */
function Verdicts({ request }: { request: RequestSummary }) {
  const text = useText();
  const { verdict, verification } = request;
  const proof = { verified: ShieldCheck, authenticated: KeyRound } as const;
  const status = verification.status;
  return (
    <>
      {verdict === 'accepted' ? (
        <Status tone="good" icon={CircleCheck} pill>
          {text('inspector.accepted')}
        </Status>
      ) : (
        <Verdict request={request} />
      )}
      {status === 'verified' || status === 'authenticated' ? (
        <Status tone={status === 'verified' ? 'good' : 'hand'} icon={proof[status]} pill>
          {text(`inspector.${status}`)}
        </Status>
      ) : (
        <Verification request={request} />
      )}
    </>
  );
}

function Proof({ setup, request }: { setup: Setup; request: RequestSummary }) {
  const text = useText();
  const { status } = request.verification;
  const sender = setup.provider?.label ?? text('setup.own');
  const size = number(request.bodySize, text.locale);
  return (
    <>
      {status === 'verified' && (
        <Line icon={ShieldCheck} tone="text-good">
          {text('setup.door.verified', { sender, size })}
        </Line>
      )}
      {status === 'authenticated' && (
        <Line icon={KeyRound} tone="text-hand">
          {text('setup.door.authenticated', { sender })}
        </Line>
      )}
      {(status === 'none' || status === 'not_checked') && (
        <Line icon={ShieldMinus} tone="text-idle">
          {text('setup.door.unchecked')}
        </Line>
      )}
      {request.event.id !== null && (
        <Line icon={Hash} tone="text-good">
          {text(request.duplicateOf ? 'setup.door.repeated' : 'setup.door.delivery')}{' '}
          <code className="break-all font-mono text-meta">{request.event.id}</code>
        </Line>
      )}
    </>
  );
}

function Refusal({ request }: { request: RequestSummary }) {
  const text = useText();
  const reason = request.reason ?? '';
  const { why, advice } = refusalWords(reason);
  return (
    <>
      <Line icon={Ban} tone="text-bad">
        <span className="font-medium">{text(why, { reason })}</span>{' '}
        {foundWords(request.verification, text)}
      </Line>
      {advice && (
        <Line icon={Wrench} tone="text-text-2">
          {text(advice)}
        </Line>
      )}
    </>
  );
}

function Line({ icon, tone, children }: { icon: LucideIcon; tone: string; children: ReactNode }) {
  return (
    <li className="flex items-start gap-2.5 text-text-2">
      <Icon icon={icon} className={`mt-0.5 ${tone}`} />
      <span className="min-w-0">{children}</span>
    </li>
  );
}
