'use client';

import { Undo2 } from 'lucide-react';
import { StepTile } from '#components/editor/step-tile.tsx';
import { stepTypeName } from '#components/steps/step-words.ts';
import { useText } from '#components/text.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { StepChange } from '#lib/core/graph/compare-graphs.ts';
import { fieldLabel } from './change-words.ts';
import { FieldRow } from './field-row.tsx';
import { MarkWord } from './mark-word.tsx';

export type ChangeCardProps = {
  change: StepChange;
  focused: boolean;
  /** A step's name, also of one that is gone. */
  nameOf: (id: string) => string;
  onFocus: () => void;
  /** Absent where the draft isn't what is looked at, or must not be changed. */
  onTakeBack?: (() => void) | undefined;
};

/** One step that differs, and in what. */
export function ChangeCard({ change, focused, nameOf, onFocus, onTakeBack }: ChangeCardProps) {
  const text = useText();
  const { id, kind, node, fields } = change;
  return (
    <section
      id={`change-${id}`}
      aria-label={text('versions.step', {
        name: node.name,
        type: stepTypeName(node.type, text),
        mark: text(`versions.mark.${kind}`),
      })}
      className={`flex-none rounded-md inset-ring ${focused ? 'inset-ring-accent-solid' : 'inset-ring-line'}`}
      onPointerEnter={onFocus}
      onFocus={onFocus}
    >
      <header className="flex h-[38px] items-center gap-2 pr-1.5 pl-2.5">
        <StepTile type={node.type} small />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard points at a change by going there */}
        <h3 className="min-w-0 truncate rounded-xs font-semibold" tabIndex={0}>
          {node.name}
        </h3>
        <span className="min-w-0 truncate text-meta text-text-3">
          {stepTypeName(node.type, text)}
        </span>
        <span className="flex-1" />
        <MarkWord mark={kind} />
        {onTakeBack && (
          <IconButton icon={Undo2} label={text('versions.takeBack')} onClick={onTakeBack} />
        )}
      </header>
      {fields.length > 0 && (
        <dl>
          {fields.map((field) => (
            <FieldRow
              key={field.field}
              change={field}
              label={fieldLabel(field.field, change, text)}
              nameOf={nameOf}
            />
          ))}
        </dl>
      )}
    </section>
  );
}
