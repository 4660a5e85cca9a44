'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '#components/text.tsx';
import type { ConditionRow, ConditionTrace } from '#lib/core/expression/condition.ts';
import { usePanel, useProblem } from '../fields/panel-context.tsx';
import { ProblemLine } from '../fields/setting.tsx';
import { TemplateInput } from '../fields/template-input.tsx';
import {
  changeRow,
  type GroupPart,
  moveIntoGroupAbove,
  moveOut,
  movePart,
  type RowPart,
} from '../model/condition-rows.ts';
import { isFilled } from '../model/operator-choices.ts';
import { EntryHints } from './entry-hints.tsx';
import { OperatorSelect } from './operator-select.tsx';
import { PartTools } from './part-tools.tsx';
import { RightSide } from './right-side.tsx';
import { VerdictMark } from './verdict-mark.tsx';

export type ConditionLineProps = {
  root: GroupPart;
  part: RowPart;
  trace: ConditionTrace | null;
  field: string;
  onChange: (root: GroupPart) => void;
};

const moves: Readonly<Record<string, (root: GroupPart, id: number) => GroupPart>> = {
  ArrowUp: (root, id) => movePart(root, id, -1),
  ArrowDown: (root, id) => movePart(root, id, 1),
  ArrowRight: moveIntoGroupAbove,
  ArrowLeft: moveOut,
};

/** One line, two or three, as there is room: the value it looks at never has to share the narrowest. */
const sidesClass =
  'grid min-w-0 grid-cols-[minmax(0,1fr)_auto] items-start gap-1.5 @md:grid-cols-[9rem_minmax(0,1fr)_auto] @3xl:grid-cols-[minmax(0,1fr)_9rem_minmax(0,1fr)_auto]';

/** One row: a value, an operator, what it is compared with, and what the sample says. */
export function ConditionLine({ root, part, trace, field, onChange }: ConditionLineProps) {
  const text = useText();
  const { row } = part;
  const problem = useProblem(field, true);
  const set = (change: Partial<ConditionRow>) => onChange(changeRow(root, part.id, change));
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    const sideways = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
    if (!event.altKey || !move || sideways !== event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(move(root, part.id));
  };
  const note = trace?.kind === 'row' ? trace.note : undefined;
  return (
    <fieldset
      className="flex min-w-0 flex-col gap-1 rounded-sm"
      data-field={field}
      onKeyDownCapture={onKeyDown}
    >
      <legend className="sr-only">{text('panel.cond.row')}</legend>
      <div className="@container">
        <div className={sidesClass}>
          <div className="col-span-2 col-start-1 row-start-1 @3xl:col-span-1">
            <TemplateInput
              label={text('panel.cond.left')}
              placeholder={text('panel.cond.left.hint')}
              value={typeof row.left === 'string' ? row.left : JSON.stringify(row.left)}
              onChange={(left) => set({ left })}
            />
          </div>
          <div className="col-start-1 row-start-2 @3xl:col-start-2 @3xl:row-start-1">
            <OperatorSelect row={row} onChange={set} />
          </div>
          <div className="col-span-2 col-start-1 row-start-3 flex empty:hidden @md:col-start-2 @md:row-start-2 @3xl:col-span-1 @3xl:col-start-3 @3xl:row-start-1">
            <RightSide row={row} onChange={(right) => set({ right })} />
          </div>
          <div className="col-start-2 row-start-2 @md:col-start-3 @md:row-start-1 @3xl:col-start-4">
            <PartTools root={root} id={part.id} onChange={onChange} />
          </div>
        </div>
      </div>
      <EntryHints left={row.left} />
      <RowSwitches row={row} onChange={set}>
        {trace && isFilled(row) && (
          <VerdictMark
            matched={trace.matched}
            word={text(trace.matched ? 'condition.matches' : 'condition.not.matches')}
          />
        )}
      </RowSwitches>
      <ProblemLine problem={problem ?? note} />
    </fieldset>
  );
}

type RowSwitchesProps = {
  row: ConditionRow;
  onChange: (change: Partial<ConditionRow>) => void;
  children: ReactNode;
};

function RowSwitches({ row, onChange, children }: RowSwitchesProps) {
  const text = useText();
  const { canEdit } = usePanel();
  return (
    <div className="flex items-center gap-3 text-meta text-text-2">
      {(['not', 'caseInsensitive'] as const).map((name) => (
        <label key={name} className="flex min-h-6 items-center gap-1">
          <input
            type="checkbox"
            checked={row[name] === true}
            disabled={!canEdit}
            onChange={({ target }) => onChange({ [name]: target.checked })}
          />
          {text(`panel.cond.${name}`)}
        </label>
      ))}
      <span className="ml-auto">{children}</span>
    </div>
  );
}
