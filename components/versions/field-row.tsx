'use client';

import { useText } from '#components/text.tsx';
import type { FieldChange } from '#lib/core/graph/compare-values.ts';
import { changedValue, differing, sidesOf } from './change-words.ts';

export type FieldRowProps = {
  change: FieldChange;
  label: string;
  nameOf: (id: string) => string;
};

/** A setting's two values, one below the other, with what differs in bold. */
export function FieldRow({ change, label, nameOf }: FieldRowProps) {
  const text = useText();
  const sides = sidesOf(change).map(({ side, value }) => ({
    side,
    line: changedValue({ field: change.field, value }, text, nameOf),
  }));
  const [one, other] = sides;
  const shared = one && other ? differing(one.line, other.line) : null;
  return (
    <div className="grid grid-cols-[92px_minmax(0,1fr)] gap-x-2.5 border-line border-t px-2.5 py-[5px] text-meta">
      <dt className="truncate text-text-3" title={label}>
        {label}
      </dt>
      <dd className="flex min-w-0 flex-col gap-px font-mono">
        {sides.map(({ side, line }) => (
          <Line key={side} side={side} line={line} shared={shared} />
        ))}
      </dd>
    </div>
  );
}

const looks = {
  was: { sign: '−', row: 'bg-bad-soft', mark: 'text-bad' },
  is: { sign: '+', row: 'bg-good-soft', mark: 'text-good' },
};

type LineProps = {
  side: 'was' | 'is';
  line: string;
  shared: { start: number; end: number } | null;
};

function Line({ side, line, shared }: LineProps) {
  const text = useText();
  const { sign, row, mark } = looks[side];
  const [start, end] = shared ? [shared.start, line.length - shared.end] : [0, 0];
  return (
    <span className={`relative block truncate rounded-xs pr-1.5 pl-[18px] ${row}`} title={line}>
      <span className="sr-only">{text(`versions.${side}`)} </span>
      <span aria-hidden="true" className={`absolute left-1.5 font-semibold ${mark}`}>
        {sign}
      </span>
      {line.slice(0, start)}
      {end > start && <b className={`font-semibold ${mark}`}>{line.slice(start, end)}</b>}
      {line.slice(Math.max(start, end))}
    </span>
  );
}
