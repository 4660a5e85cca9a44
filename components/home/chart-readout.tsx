'use client';

import { number } from '#lib/i18n/quantity.ts';
import { hourMinute, shortDay } from '#lib/i18n/time.ts';
import { useClock } from '../clock.tsx';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import { type Column, outcomes } from './chart-model.ts';
import { outcomeLooks } from './outcome-looks.ts';

const iconTone = {
  good: 'text-good',
  bad: 'text-bad',
  wait: 'text-wait',
  live: 'text-live',
  hand: 'text-hand',
  dup: 'text-dup',
  idle: 'text-idle',
};

/** One column in words; it has a line of its own, so that it covers nothing. */
export function ChartReadout({ column, className }: { column: Column; className: string }) {
  const text = useText();
  const clock = useClock();
  const { from, until, counts } = column;
  const isLong = until.getTime() - from.getTime() > 3_600_000;
  const span = `${hourMinute(from, clock)} – ${hourMinute(until, clock)}`;
  const some = outcomes.filter((name) => counts[name] > 0);
  return (
    <div
      aria-hidden="true"
      className={`pointer-events-none flex h-[22px] max-w-full items-center gap-3.5 overflow-hidden whitespace-nowrap rounded-sm bg-sunken px-2 text-meta text-text-2 tabular-nums max-sm:gap-2 ${className}`}
    >
      <span>{isLong ? `${shortDay(from, clock)}, ${span}` : span}</span>
      {some.length === 0 && <span>{text('home.chart.none')}</span>}
      {some.map((name) => (
        <span key={name} className="flex items-center gap-1">
          <Icon
            icon={outcomeLooks[name].icon}
            size={12}
            className={iconTone[outcomeLooks[name].tone]}
          />
          <span className="max-sm:sr-only">{text(`home.outcome.${name}`)}</span>
          <b className="font-semibold text-text">{number(counts[name], text.locale)}</b>
        </span>
      ))}
    </div>
  );
}
