'use client';

import { CalendarX, DoorClosed, Hourglass, KeyRound, type LucideIcon } from 'lucide-react';
import { shortMoment } from '#lib/i18n/time.ts';
import { useClock } from '../clock.tsx';
import { useText } from '../text.tsx';
import { Status, type StatusTone } from '../ui/status.tsx';
import type { Attention } from './attention.ts';

const looks: Record<Attention['kind'], { tone: StatusTone; icon: LucideIcon }> = {
  ended: { tone: 'bad', icon: CalendarX },
  closed: { tone: 'wait', icon: DoorClosed },
  no_secret: { tone: 'bad', icon: KeyRound },
  ends: { tone: 'wait', icon: Hourglass },
  old_url: { tone: 'wait', icon: Hourglass },
};

/** What a person should know about an endpoint; a dash where all is well. */
export function AttentionStatus({ attention }: { attention: Attention | undefined }) {
  const text = useText();
  const clock = useClock();
  if (!attention)
    return (
      <span data-none className="text-text-3 max-sm:hidden">
        –
      </span>
    );
  const time = 'at' in attention ? shortMoment(attention.at, clock) : '';
  return (
    <Status {...looks[attention.kind]}>
      {text(`endpoints.attention.${attention.kind}`, { time })}
    </Status>
  );
}
