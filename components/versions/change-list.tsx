'use client';

import { useEffect } from 'react';
import { useText } from '#components/text.tsx';
import type { GraphChanges, StepChange } from '#lib/core/graph/compare-graphs.ts';
import type { FieldChange } from '#lib/core/graph/compare-values.ts';
import { ChangeCard } from './change-card.tsx';
import { FieldRow } from './field-row.tsx';

export type ChangeListProps = {
  changes: GraphChanges;
  focused: string | null;
  nameOf: (id: string) => string;
  onFocus: (id: string) => void;
  onTakeBack?: ((change: StepChange) => void) | undefined;
};

/** Every change as a card; J and K step through them. */
export function ChangeList(props: ChangeListProps) {
  const { changes, focused, nameOf, onFocus, onTakeBack } = props;
  const text = useText();
  const { steps, notes, vars } = changes;
  useStepKeys(steps, focused, onFocus);
  const isSame = steps.length + notes.length + vars.length === 0;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto px-4 pb-3">
      {isSame && <p className="text-text-2">{text('versions.same')}</p>}
      {steps.map((change) => (
        <ChangeCard
          key={change.id}
          change={change}
          focused={change.id === focused}
          nameOf={nameOf}
          onFocus={() => onFocus(change.id)}
          onTakeBack={onTakeBack && (() => onTakeBack(change))}
        />
      ))}
      <PlainCard title={text('versions.vars')} changes={vars} />
      <PlainCard title={text('versions.notes')} changes={notes} unnamed />
    </div>
  );
}

type PlainCardProps = { title: string; changes: readonly FieldChange[]; unnamed?: boolean };

/** Changes that belong to no step. A note has no name that means anything. */
function PlainCard({ title, changes, unnamed = false }: PlainCardProps) {
  if (changes.length === 0) return null;
  return (
    <section aria-label={title} className="flex-none rounded-md inset-ring inset-ring-line">
      <h3 className="px-2.5 py-2 font-semibold">{title}</h3>
      <dl>
        {changes.map((change) => (
          <FieldRow
            key={change.field}
            change={change}
            label={unnamed ? title : change.field}
            nameOf={String}
          />
        ))}
      </dl>
    </section>
  );
}

function useStepKeys(
  steps: readonly StepChange[],
  focused: string | null,
  onFocus: (id: string) => void,
) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = stepBy(event);
      if (!by) return;
      const at = steps.findIndex(({ id }) => id === focused);
      const next = steps[at === -1 ? 0 : at + by];
      if (!next) return;
      onFocus(next.id);
      document.getElementById(`change-${next.id}`)?.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [steps, focused, onFocus]);
}

const elsewhere = 'input, textarea, select, [role="dialog"], [contenteditable="true"]';

function stepBy(event: KeyboardEvent): number | undefined {
  if (event.metaKey || event.ctrlKey || event.altKey) return undefined;
  if (event.target instanceof Element && event.target.closest(elsewhere)) return undefined;
  return { j: 1, k: -1 }[event.key];
}
