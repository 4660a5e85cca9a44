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
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import type { RequestSummary } from './request-types.ts';

type Tone = 'good' | 'idle' | 'dup' | 'bad' | 'hand' | 'wait';
type Look = { icon: LucideIcon; tone: Tone; loud?: boolean };

export const outcomeLooks = {
  accepted: { icon: CircleCheck, tone: 'good' },
  ran: { icon: CircleCheck, tone: 'good' },
  filtered: { icon: FunnelX, tone: 'idle' },
  duplicate: { icon: Equal, tone: 'dup', loud: true },
  rejected: { icon: Ban, tone: 'bad', loud: true },
  handshake: { icon: Handshake, tone: 'hand' },
  captured: { icon: Inbox, tone: 'idle' },
  waiting: { icon: Hourglass, tone: 'wait', loud: true },
} satisfies Record<RequestSummary['verdict'] | RequestSummary['outcome'], Look>;

const verificationLooks = {
  verified: { icon: ShieldCheck, tone: 'good' },
  authenticated: { icon: KeyRound, tone: 'hand' },
  failed: { icon: ShieldX, tone: 'bad', loud: true },
  not_checked: { icon: ShieldMinus, tone: 'idle' },
  none: { icon: ShieldMinus, tone: 'idle' },
} satisfies Record<RequestSummary['verification']['status'], Look>;

export const toneText: Record<Tone, string> = {
  good: 'text-good',
  idle: 'text-idle',
  dup: 'text-dup',
  bad: 'text-bad',
  hand: 'text-hand',
  wait: 'text-wait',
};
const pills: Record<Tone, string> = {
  good: 'bg-good-soft inset-ring-good-line',
  idle: 'bg-idle-soft inset-ring-idle-line',
  dup: 'bg-dup-soft inset-ring-dup-line',
  bad: 'bg-bad-soft inset-ring-bad-line',
  hand: 'bg-hand-soft inset-ring-hand-line',
  wait: 'bg-wait-soft inset-ring-wait-line',
};

/** Quiet where all is well: only exceptions colour the word. */
function Word({ look, word, pill }: { look: Look; word: string; pill: boolean }) {
  const tone = toneText[look.tone];
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-[5px] whitespace-nowrap align-middle text-meta',
        pill && `h-5 flex-none rounded-ctl pr-[7px] pl-[5px] inset-ring ${pills[look.tone]}`,
        look.loud || pill ? `font-medium ${tone}` : 'text-text-2',
      )}
    >
      <Icon icon={look.icon} size={14} className={tone} />
      {word}
    </span>
  );
}

type StatusProps = { request: RequestSummary; pill?: boolean };

export function Verdict({ request, pill = false }: StatusProps) {
  const text = useText();
  const shown = request.verdict === 'accepted' ? request.outcome : request.verdict;
  return <Word look={outcomeLooks[shown]} word={text(`inspector.${shown}`)} pill={pill} />;
}

export function Verification({ request, pill = false }: StatusProps) {
  const text = useText();
  const { status } = request.verification;
  return <Word look={verificationLooks[status]} word={text(`inspector.${status}`)} pill={pill} />;
}
