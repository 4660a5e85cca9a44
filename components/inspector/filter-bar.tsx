'use client';

import { Search, X } from 'lucide-react';
import { useState } from 'react';
import type { Text } from '#lib/i18n/text.ts';
import { useThrottled } from '../live/use-throttled.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Select } from '../ui/select.tsx';
import { outcomes, type RequestFilter, spans, verifications } from './request-filter.ts';

export type FilterBarProps = {
  filter: RequestFilter;
  narrow(part: RequestFilter): void;
  onClear(): void;
};

/** Narrowing that has no control of its own shows as a button that takes it away. */
const chips = ['verdict', 'reason', 'method', 'since', 'until'] as const;

/** What the list is narrowed by. Each part lives in the address. */
export function FilterBar({ filter, narrow, onClear }: FilterBarProps) {
  const text = useText();
  return (
    <div className="flex flex-none flex-col gap-2 px-4 pb-2">
      <div className="flex gap-2 max-sm:flex-col">
        <SearchField
          name="q"
          label={text('inspector.search')}
          value={filter.q ?? ''}
          onCommit={(q) => narrow({ q })}
          search
        />
        <SearchField
          name="event"
          label={text('inspector.eventFilter')}
          value={filter.event ?? ''}
          onCommit={(event) => narrow({ event })}
        />
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        <Choice {...spanChoice(text)} value={filter.span} onChange={(span) => narrow({ span })} />
        <Choice
          {...outcomeChoice(text)}
          value={filter.outcome}
          onChange={(outcome) => narrow({ outcome })}
        />
        <Choice
          {...verificationChoice(text)}
          value={filter.verification}
          onChange={(verification) => narrow({ verification })}
        />
        {chips.map((name) => {
          const value = filter[name];
          return (
            value && (
              <button
                key={name}
                type="button"
                aria-label={text('inspector.dropFilter', { value })}
                onClick={() => narrow({ [name]: '' })}
                className="inline-flex h-6 max-w-44 items-center gap-1 rounded-sm bg-accent-soft px-2 font-medium text-accent text-meta inset-ring inset-ring-accent-line max-sm:h-11"
              >
                <span className="truncate">{value}</span>
                <Icon icon={X} size={12} />
              </button>
            )
          );
        })}
        {Object.keys(filter).length > 0 && (
          <Button variant="ghost" size="sm" onClick={onClear}>
            {text('inspector.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}

type SearchFieldProps = {
  name: string;
  label: string;
  value: string;
  onCommit(value: string): void;
  search?: boolean;
};

/** Long enough that a word isn't a search for each of its letters. */
const typingMs = 250;

/** Takes effect while somebody types, with Enter, and when it is left. */
function SearchField({ name, label, value, onCommit, search }: SearchFieldProps) {
  /** Null where nobody types: then it shows what the address says. */
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed !== null && typed.trim() !== value) onCommit(typed);
  };
  const commitSoon = useThrottled(commit, typingMs);
  return (
    <form
      className={`flex h-[30px] min-w-0 items-center gap-1.5 rounded-sm bg-input px-[9px] inset-ring inset-ring-line-field has-focus:inset-ring-focus has-focus:ring-2 has-focus:ring-focus/30 max-sm:h-11 max-sm:flex-none ${search ? 'flex-[2]' : 'flex-1'}`}
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      {search && <Icon icon={Search} className="text-text-3" />}
      <input
        name={name}
        type={search ? 'search' : 'text'}
        value={typed ?? value}
        aria-label={label}
        placeholder={label}
        maxLength={200}
        onChange={({ target, nativeEvent }) => {
          setTyped(target.value);
          if (!isComposing(nativeEvent)) commitSoon();
        }}
        onCompositionEnd={commitSoon}
        onBlur={() => {
          commit();
          setTyped(null);
        }}
        className="h-full min-w-0 flex-1 bg-transparent text-ellipsis outline-none placeholder:text-text-3 max-sm:text-title"
      />
    </form>
  );
}

/** Half a Japanese word isn't looked for. */
function isComposing(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing;
}

type Options = { aria: string; any: string; options: { value: string; label: string }[] };
type ChoiceProps = Options & { value: string | undefined; onChange(value: string): void };

function Choice({ aria, any, options, value, onChange }: ChoiceProps) {
  return (
    <Select
      aria={aria}
      compact
      value={value ?? 'any'}
      onChange={(next) => onChange(next === 'any' ? '' : next)}
      options={[{ value: 'any', label: any }, ...options]}
      className={value ? 'text-accent' : 'text-text-2'}
    />
  );
}

function spanChoice(text: Text): Options {
  const options = (Object.keys(spans) as (keyof typeof spans)[]).map((value) => ({
    value,
    label: text(`runs.span.${value}`),
  }));
  return { aria: text('runs.span'), any: text('runs.span.any'), options };
}

function outcomeChoice(text: Text): Options {
  const options = outcomes.map((value) => ({ value, label: text(`inspector.${value}`) }));
  return { aria: text('inspector.verdict'), any: text('inspector.anyOutcome'), options };
}

function verificationChoice(text: Text): Options {
  const options = verifications.map((value) => ({ value, label: text(`inspector.${value}`) }));
  return { aria: text('inspector.verification'), any: text('inspector.anyVerification'), options };
}
