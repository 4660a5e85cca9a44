'use client';

import type { Text } from '#lib/i18n/text.ts';
import { clockTime, shortDay } from '#lib/i18n/time.ts';
import { useClock } from '../clock.tsx';
import { useText } from '../text.tsx';
import type { RequestDetail } from './request-types.ts';

/** The API tells no more. */
const mostTold = 20;

export type ReplaysLineProps = { request: RequestDetail; onOpen(id: string): void };

/** That somebody ran it again, and what came of the last time: nobody should do it twice unaware. */
export function ReplaysLine({ request, onOpen }: ReplaysLineProps) {
  const text = useText();
  const clock = useClock();
  const { replays, receivedAt } = request;
  const [last] = replays;
  if (!last) return null;
  const at = new Date(last.receivedAt);
  const day = shortDay(at, clock);
  const { time } = clockTime(at, clock);
  const when = day === shortDay(new Date(receivedAt), clock) ? time : `${day} ${time}`;
  return (
    <button
      type="button"
      onClick={() => onOpen(last.id)}
      className="min-h-6 self-start text-left text-accent text-meta tabular-nums underline max-sm:min-h-11"
    >
      {words(text, replays.length, { time: when, outcome: text(`inspector.${last.outcome}`) })}
    </button>
  );
}

function words(text: Text, count: number, last: { time: string; outcome: string }): string {
  if (count === 1) return text('inspector.replayedOnce', last);
  if (count < mostTold) return text('inspector.replayedTimes', { ...last, count });
  return text('inspector.replayedOften', { ...last, count });
}
