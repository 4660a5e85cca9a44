'use client';

import { Fragment } from 'react';
import { number } from '#lib/i18n/quantity.ts';
import { useText } from '../text.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { outcomes } from './request-filter.ts';
import { outcomeLooks, toneText } from './request-status.tsx';
import type { RequestStats } from './request-types.ts';

export type AccountingBarProps = {
  stats: RequestStats | null;
  outcome: string | undefined;
  onOutcome(outcome: string | undefined): void;
};

type Term = (typeof outcomes)[number];

/** Terms that are 0 for most endpoints stand only where they aren't. */
const foldable: ReadonlySet<string> = new Set(['handshake', 'captured', 'waiting']);
const shares: Record<Term, string> = {
  ran: 'bg-chart-ran',
  filtered: 'bg-idle-solid',
  duplicate: 'bg-dup-solid',
  rejected: 'bg-bad-solid',
  handshake: 'bg-hand-solid',
  captured: 'bg-idle-line',
  waiting: 'bg-wait-solid',
};
const button =
  'flex min-h-11 min-w-0 flex-col items-start rounded-sm px-[7px] py-[3px] text-left hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:inset-ring aria-pressed:inset-ring-accent-line max-sm:flex-row max-sm:items-center max-sm:justify-between max-sm:gap-1';

/** Received is the sum of its terms, and each term is the filter for itself. */
export function AccountingBar({ stats, outcome, onOutcome }: AccountingBarProps) {
  const text = useText();
  const terms = outcomes.filter(
    (name) => !foldable.has(name) || name === outcome || (stats?.[name] ?? 0) > 0,
  );
  // Beyond six the signs would push the last term out of the line.
  const signs = terms.length <= 6;
  return (
    <div className="flex-none">
      <fieldset
        aria-label={text('inspector.sums')}
        className="flex items-end justify-between gap-x-1 px-[9px] pt-2 pb-1 max-xl:grid max-xl:grid-cols-4 max-sm:grid-cols-3"
      >
        <button
          type="button"
          className={button}
          aria-pressed={false}
          onClick={() => onOutcome(undefined)}
        >
          <span className="text-meta text-text-2">{text('inspector.received')}</span>
          <Figure value={stats?.received} />
        </button>
        {terms.map((name, at) => (
          <Fragment key={name}>
            {signs && (
              <span aria-hidden="true" className="pb-2 text-text-3 max-xl:hidden">
                {at === 0 ? '=' : '+'}
              </span>
            )}
            <TermButton
              name={name}
              value={stats?.[name]}
              pressed={outcome === name}
              onClick={() => onOutcome(outcome === name ? undefined : name)}
            />
          </Fragment>
        ))}
      </fieldset>
      <Shares stats={stats} />
    </div>
  );
}

type TermButtonProps = {
  name: Term;
  value: number | undefined;
  pressed: boolean;
  onClick(): void;
};

function TermButton({ name, value, pressed, onClick }: TermButtonProps) {
  const text = useText();
  const { icon, tone } = outcomeLooks[name];
  const none = value === 0;
  return (
    <button type="button" className={button} aria-pressed={pressed} onClick={onClick}>
      <span
        className={classNames(
          'flex min-w-0 items-center gap-1 whitespace-nowrap text-meta',
          none ? 'text-text-3' : toneText[tone],
        )}
      >
        <Icon icon={icon} size={14} />
        {text(`inspector.${name}`)}
      </span>
      <Figure value={value} none={none} />
    </button>
  );
}

function Figure({ value, none }: { value: number | undefined; none?: boolean }) {
  const { locale } = useText();
  return (
    <span
      className={classNames(
        'font-semibold text-title tabular-nums leading-[22px] max-sm:text-body',
        none && 'text-text-3',
      )}
    >
      {value === undefined ? ' ' : number(value, locale)}
    </span>
  );
}

/** The same sum as one line; none too small to be seen. */
function Shares({ stats }: { stats: RequestStats | null }) {
  const parts = outcomes.filter((name) => (stats?.[name] ?? 0) > 0);
  return (
    <div aria-hidden="true" className="mx-4 mb-2.5 flex h-1 gap-0.5 overflow-hidden rounded-xs">
      {parts.map((name) => (
        <span
          key={name}
          style={{ flexGrow: stats?.[name] ?? 0 }}
          className={`min-w-1 ${shares[name]}`}
        />
      ))}
    </div>
  );
}
