'use client';

import Link from 'next/link';
import { Fragment } from 'react';
import { number } from '#lib/i18n/quantity.ts';
import { useText } from '../text.tsx';
import { Status } from '../ui/status.tsx';
import { type Counts, outcomes } from './chart-model.ts';
import { outcomeLooks } from './outcome-looks.ts';

export type SumsProps = { totals: Counts & { received: number }; window: '24h' | '7d' };

/** Received is the sum of the others; each leads to its requests. What never came folds away. */
export function Sums({ totals, window }: SumsProps) {
  const text = useText();
  const shown = outcomes.filter((name) => name !== 'captured' || totals.captured > 0);
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-1 gap-y-2 px-4 pt-3 pb-2 max-sm:grid max-sm:grid-cols-3 max-sm:gap-x-3">
      <Link
        href="/requests"
        prefetch={false}
        className="block rounded-sm hover:underline max-sm:col-span-3 max-sm:flex max-sm:justify-between"
      >
        <span className="text-meta text-text-2">{text(`home.received.${window}`)}</span>
        <b className="block font-[650] text-[18px] leading-[26px] tracking-[-0.02em] tabular-nums">
          {number(totals.received, text.locale)}
        </b>
      </Link>
      {shown.map((name, at) => (
        <Fragment key={name}>
          <i
            aria-hidden="true"
            className="pb-1 text-strong text-text-3 not-italic max-sm:hidden xl:max-[1380px]:hidden"
          >
            {at === 0 ? '=' : '+'}
          </i>
          <Link
            href={`/requests?outcome=${name}`}
            prefetch={false}
            className="block rounded-sm hover:underline max-sm:flex max-sm:min-h-6 max-sm:flex-wrap max-sm:items-center max-sm:justify-between max-sm:gap-x-1"
          >
            <Status {...look(name)}>{text(`home.outcome.${name}`)}</Status>
            <b className="block font-semibold text-[18px] leading-[26px] tracking-[-0.02em] tabular-nums max-sm:text-body">
              {number(totals[name], text.locale)}
            </b>
          </Link>
        </Fragment>
      ))}
    </div>
  );
}

function look(name: (typeof outcomes)[number]) {
  const { icon, tone } = outcomeLooks[name];
  return { icon, tone };
}
