'use client';

import {
  Ban,
  CircleCheck,
  Equal,
  FunnelX,
  Handshake,
  Hourglass,
  Inbox,
  KeyRound,
  type LucideIcon,
  ShieldCheck,
  ShieldMinus,
  ShieldX,
} from 'lucide-react';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import type { RequestSummary } from './request-types.ts';

type Look = { icon: LucideIcon; tone: string; loud?: boolean };

export const outcomeLooks = {
  accepted: { icon: CircleCheck, tone: 'text-good' },
  ran: { icon: CircleCheck, tone: 'text-good' },
  filtered: { icon: FunnelX, tone: 'text-idle' },
  duplicate: { icon: Equal, tone: 'text-idle' },
  rejected: { icon: Ban, tone: 'text-bad', loud: true },
  handshake: { icon: Handshake, tone: 'text-idle' },
  captured: { icon: Inbox, tone: 'text-idle' },
  waiting: { icon: Hourglass, tone: 'text-wait', loud: true },
} satisfies Record<RequestSummary['verdict'] | RequestSummary['outcome'], Look>;

const verificationLooks = {
  verified: { icon: ShieldCheck, tone: 'text-good' },
  authenticated: { icon: KeyRound, tone: 'text-good' },
  failed: { icon: ShieldX, tone: 'text-bad', loud: true },
  not_checked: { icon: ShieldMinus, tone: 'text-idle' },
  none: { icon: ShieldMinus, tone: 'text-idle' },
} satisfies Record<RequestSummary['verification']['status'], Look>;

/** Quiet where all is well: only exceptions colour the word. */
function Word({ look, word }: { look: Look; word: string }) {
  return (
    <span
      className={`flex items-center gap-[5px] text-meta ${look.loud ? `font-medium ${look.tone}` : 'text-text-2'}`}
    >
      <Icon icon={look.icon} size={14} className={look.tone} />
      {word}
    </span>
  );
}

export function Verdict({ request }: { request: RequestSummary }) {
  const text = useText();
  const shown = request.verdict === 'accepted' ? request.outcome : request.verdict;
  return <Word look={outcomeLooks[shown]} word={text(`inspector.${shown}`)} />;
}

export function Verification({ request }: { request: RequestSummary }) {
  const text = useText();
  const { status } = request.verification;
  return <Word look={verificationLooks[status]} word={text(`inspector.${status}`)} />;
}
