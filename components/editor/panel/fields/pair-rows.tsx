'use client';

import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { Json } from '#lib/core/json.ts';
import { usePanel } from './panel-context.tsx';
import { controlClass } from './setting.tsx';
import { useHeld } from './use-held.ts';

export type Pair = { name: string; value: Json };
export type PairValue = {
  name: string;
  label: string;
  value: Json;
  onChange: (value: Json) => void;
};

export type PairRowsProps = {
  label: string;
  pairs: readonly Pair[];
  onChange: (pairs: Pair[]) => void;
  /** A name may stand once: what would overwrite another row isn't taken over. */
  unique?: boolean;
  value: (row: PairValue) => ReactNode;
};

/** Where there is little room a value has a line of its own, below its name. */
const rowClass =
  'grid min-w-0 grid-cols-[minmax(0,1fr)_auto] items-start gap-1.5 @lg:grid-cols-[minmax(0,10rem)_minmax(0,1fr)_auto]';

/** Names and values, one row each. */
export function PairRows({ label, pairs, onChange, unique = false, value }: PairRowsProps) {
  const text = useText();
  const { canEdit } = usePanel();
  const replace = (index: number, pair: Pair) => onChange([...pairs].with(index, pair));
  return (
    <div className="@container flex min-w-0 flex-col gap-2">
      {pairs.map((pair, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps its place while its name is typed
        <div key={index} className={rowClass}>
          <NameInput
            label={text('panel.pair.name', { name: label, number: index + 1 })}
            name={pair.name}
            taken={(name) => unique && pairs.some((other) => other !== pair && other.name === name)}
            onChange={(name) => replace(index, { ...pair, name })}
          />
          <div className="col-span-2 col-start-1 row-start-2 flex min-w-0 @lg:col-span-1 @lg:col-start-2 @lg:row-start-1">
            {value({
              name: pair.name,
              label: pair.name || text('panel.pair.value', { name: label, number: index + 1 }),
              value: pair.value,
              onChange: (changed) => replace(index, { ...pair, value: changed }),
            })}
          </div>
          {canEdit && (
            <IconButton
              icon={X}
              className="col-start-2 row-start-1 @lg:col-start-3"
              label={text('panel.remove', { name: pair.name || String(index + 1) })}
              onClick={() => onChange([...pairs].toSpliced(index, 1))}
            />
          )}
        </div>
      ))}
      {canEdit && (
        <Button
          variant="ghost"
          icon={Plus}
          className="self-start"
          onClick={() => onChange([...pairs, { name: freshName(pairs), value: '' }])}
        >
          {text('panel.add.field')}
        </Button>
      )}
    </div>
  );
}

function freshName(pairs: readonly Pair[]): string {
  for (let number = pairs.length + 1; ; number += 1) {
    const name = `field${number}`;
    if (!pairs.some((pair) => pair.name === name)) return name;
  }
}

type NameInputProps = {
  label: string;
  name: string;
  taken: (name: string) => boolean;
  onChange: (name: string) => void;
};

/** Holds what is typed until it can stand: an empty or taken name would lose a row. */
function NameInput({ label, name, taken, onChange }: NameInputProps) {
  const text = useText();
  const { canEdit } = usePanel();
  const { shown, type, drop } = useHeld(name, (typed) => typed !== '' && !taken(typed), onChange);
  const problem = shown !== name && taken(shown);
  return (
    <div className="col-start-1 row-start-1 min-w-0">
      <input
        aria-label={label}
        aria-invalid={problem}
        value={shown}
        disabled={!canEdit}
        onChange={({ target }) => type(target.value)}
        onBlur={drop}
        className={`${controlClass} font-mono text-meta!`}
      />
      {problem && <p className="text-bad text-meta">{text('panel.pair.taken')}</p>}
    </div>
  );
}
