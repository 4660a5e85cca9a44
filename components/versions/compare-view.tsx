'use client';

import { useMemo, useState } from 'react';
import { useText } from '#components/text.tsx';
import type { Text } from '#lib/i18n/text.ts';
import { ChangeCounts } from './change-counts.tsx';
import { CompareCanvas } from './compare-canvas.tsx';
import { type Side, unionGraph } from './union-graph.ts';
import type { Comparison } from './use-comparison.ts';
import type { Chosen } from './version-types.ts';

const sides: readonly Side[] = ['both', 'before', 'after'];

/** The canvas of both versions with its legend. */
export function CompareView({ comparison }: { comparison: Comparison }) {
  const text = useText();
  const { before, after, changes, chosen, base, focused, focus } = comparison;
  const [side, setSide] = useState<Side>('both');
  const union = useMemo(
    () => (before && after ? unionGraph(before, after, side) : undefined),
    [before, after, side],
  );
  if (!union || !changes) return null;
  return (
    <>
      <CompareCanvas
        key={`${chosen} ${base} ${side}`}
        union={union}
        focused={focused}
        onFocus={(id) => {
          focus(id);
          document.getElementById(`change-${id}`)?.scrollIntoView({ block: 'nearest' });
        }}
      />
      <div className="ed-pop absolute top-3 left-3 flex min-h-9 flex-wrap items-center gap-x-3.5 px-3">
        <span className="font-semibold">
          {text('versions.compared', {
            one: versionName(chosen, text),
            other: versionName(base, text),
          })}
        </span>
        <ChangeCounts changes={changes} />
      </div>
      <fieldset className="ed-pop absolute top-14 left-3 flex p-0.5">
        <legend className="sr-only">{text('versions.side')}</legend>
        {sides.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === side}
            onClick={() => setSide(one)}
            className={`h-6 rounded-ctl px-2 font-medium text-meta ${one === side ? 'bg-press text-text' : 'text-text-2'}`}
          >
            {text(`versions.side.${one}`)}
          </button>
        ))}
      </fieldset>
    </>
  );
}

export function versionName(chosen: Chosen | null, text: Text): string {
  if (chosen === null) return text('versions.nothingBefore');
  if (chosen === 'draft') return text('versions.draft');
  return text('versions.number', { version: chosen });
}
