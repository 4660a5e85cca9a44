'use client';

import { Fragment } from 'react';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import { outcomeLooks } from './request-status.tsx';
import type { RequestStats } from './request-types.ts';

const terms = [
  'ran',
  'filtered',
  'duplicate',
  'rejected',
  'handshake',
  'captured',
  'waiting',
] as const;

export type AccountingBarProps = {
  stats: RequestStats | null;
  outcome: string | undefined;
  onOutcome(outcome: string | undefined): void;
};

const term =
  'flex min-h-11 flex-col items-start rounded-sm px-[7px] py-[3px] text-left hover:bg-hover aria-pressed:bg-press';

/** Received is the sum of its terms, and each term is the filter for itself. */
export function AccountingBar({ stats, outcome, onOutcome }: AccountingBarProps) {
  const text = useText();
  return (
    <fieldset
      aria-label={text('inspector.sums')}
      className="flex flex-none flex-wrap items-end gap-x-1 px-[9px] pt-2 pb-1"
    >
      <button
        type="button"
        className={term}
        aria-pressed={!outcome}
        onClick={() => onOutcome(undefined)}
      >
        <span className="text-meta text-text-2">{text('inspector.received')}</span>
        <Figure value={stats?.received} />
      </button>
      {terms.map((name, at) => (
        <Fragment key={name}>
          <span aria-hidden="true" className="pb-2 text-text-3 max-sm:hidden">
            {at === 0 ? '=' : '+'}
          </span>
          <button
            type="button"
            className={term}
            aria-pressed={outcome === name}
            onClick={() => onOutcome(outcome === name ? undefined : name)}
          >
            <span className="flex items-center gap-1 text-meta text-text-2">
              <Icon icon={outcomeLooks[name].icon} size={14} className={outcomeLooks[name].tone} />
              {text(`inspector.${name}`)}
            </span>
            <Figure value={stats?.[name]} />
          </button>
        </Fragment>
      ))}
    </fieldset>
  );
}

function Figure({ value }: { value: number | undefined }) {
  const { locale } = useText();
  return (
    <span className="font-semibold text-title tabular-nums leading-[22px]">
      {value === undefined ? ' ' : value.toLocaleString(locale)}
    </span>
  );
}
