'use client';

import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react';
import { number } from '#lib/i18n/quantity.ts';
import type { Text } from '#lib/i18n/text.ts';
import { type Clock, hourMinute, shortDay, shortMoment } from '#lib/i18n/time.ts';
import { useClock } from '../clock.tsx';
import { useText } from '../text.tsx';
import { type ChartData, type Column, chartOf, outcomes, type Part } from './chart-model.ts';
import { ChartReadout } from './chart-readout.tsx';
import { outcomeLooks } from './outcome-looks.ts';

/** Bars are drawn in a box of these units, stretched to the room there is. */
const unit = 100;
const barShare = 0.78;

/** Outcomes over time. Pointing, or the arrow keys, reads one column out on the line between. */
export function OutcomeChart({ data }: { data: ChartData }) {
  const text = useText();
  const clock = useClock();
  const chart = useMemo(() => chartOf(data), [data]);
  const last = chart.columns.length - 1;
  const [pointed, setPointed] = useState<number | null>(null);
  const at = Math.min(pointed ?? last, last);
  const column = chart.columns[at];
  if (!column) return null;
  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / Math.max(1, box.width);
    setPointed(Math.min(last, Math.max(0, Math.floor(share * chart.columns.length))));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setPointed(Math.min(last, Math.max(0, to)));
  };
  return (
    <div className="px-4 pb-2">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <Scale top={chart.topAbove} className="h-[108px]" />
        <div
          role="slider"
          tabIndex={0}
          aria-label={text('home.chart')}
          aria-valuemin={0}
          aria-valuemax={last}
          aria-valuenow={at}
          aria-valuetext={spoken(text, clock, column)}
          onPointerMove={point}
          onPointerDown={point}
          onPointerLeave={() => setPointed(null)}
          onBlur={() => setPointed(null)}
          onKeyDown={onKeyDown}
          className="relative row-span-3 touch-pan-y rounded-xs"
        >
          <Bars columns={chart.columns} side="above" className="h-[108px]" />
          <div className="flex h-8 items-center font-medium text-micro text-text-2 max-sm:invisible">
            {text('home.chart.below')}
          </div>
          <Bars columns={chart.columns} side="below" className="h-11" />
          <span
            aria-hidden="true"
            className={`pointer-events-none absolute inset-y-0 border-text-3 border-l border-dashed ${pointed === null ? 'opacity-0' : ''}`}
            style={{ left: `${((at + 0.5) / chart.columns.length) * 100}%` }}
          />
          <ChartReadout column={column} className="absolute top-[113px] right-0" />
        </div>
        <span className="h-8" />
        <Scale top={chart.topBelow} className="h-11" />
        <span />
        <Times columns={chart.columns} clock={clock} />
      </div>
    </div>
  );
}

function Scale({ top, className }: { top: number; className: string }) {
  const { locale } = useText();
  const compact = new Intl.NumberFormat(locale, {
    notation: top >= 10_000 ? 'compact' : 'standard',
  });
  return (
    <span
      aria-hidden="true"
      className={`flex flex-col justify-between text-right text-micro text-text-3 tabular-nums leading-none ${className}`}
    >
      <span className="-mt-1">{compact.format(top)}</span>
      <span className="-mb-1">0</span>
    </span>
  );
}

type BarsProps = { columns: readonly Column[]; side: 'above' | 'below'; className: string };

function Bars({ columns, side, className }: BarsProps) {
  const width = columns.length;
  const gap = (1 - barShare) / 2;
  return (
    <div className={`border-line border-t border-b ${className}`}>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${width} ${unit}`}
        preserveAspectRatio="none"
        className="block size-full"
      >
        {columns.map((column, at) =>
          column[side].map((part: Part) => (
            <rect
              key={`${column.from.getTime()} ${part.outcome}`}
              x={at + gap}
              width={barShare}
              y={unit * (1 - part.to)}
              height={unit * (part.to - part.from)}
              className={outcomeLooks[part.outcome].fill}
            />
          )),
        )}
      </svg>
    </div>
  );
}

type TimesProps = { columns: readonly Column[]; clock: Clock };

/** Every third hour of a day; of a week, its days. */
function Times({ columns, clock }: TimesProps) {
  const labels = columns.flatMap(({ from, until }, at) => {
    const isLong = until.getTime() - from.getTime() > 3_600_000;
    const before = columns[at - 1];
    const hour = hourMinute(from, clock);
    const isDay = before && shortDay(before.from, clock) !== shortDay(from, clock);
    const isThird = hour.endsWith(':00') && Number(hour.slice(0, 2)) % 3 === 0;
    if (!(isLong ? isDay : isThird)) return [];
    return [{ at, label: isLong ? shortDay(from, clock) : hour }];
  });
  return (
    <div aria-hidden="true" className="relative mt-1 h-4">
      {labels.map(({ at, label }, index) => (
        <span
          key={label}
          className={`absolute -translate-x-1/2 whitespace-nowrap text-micro text-text-3 tabular-nums ${index % 2 === 1 ? 'max-sm:hidden' : ''}`}
          style={{ left: `${(at / columns.length) * 100}%` }}
        >
          {label}
        </span>
      ))}
    </div>
  );
}

function spoken(text: Text, clock: Clock, { from, counts }: Column): string {
  const some = outcomes
    .filter((name) => counts[name] > 0)
    .map((name) => `${text(`home.outcome.${name}`)} ${number(counts[name], text.locale)}`);
  return [shortMoment(from, clock), ...(some.length > 0 ? some : [text('home.chart.none')])].join(
    ', ',
  );
}
