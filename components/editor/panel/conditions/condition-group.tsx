'use client';

import { Brackets, Plus } from 'lucide-react';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import type { ConditionRow, ConditionTrace } from '#lib/core/expression/condition.ts';
import { usePanel } from '../fields/panel-context.tsx';
import { controlClass } from '../fields/setting.tsx';
import { addGroup, addRow, type GroupPart, setMode } from '../model/condition-rows.ts';
import { isFilledPart } from '../model/operator-choices.ts';
import { ConditionLine } from './condition-line.tsx';
import { PartTools } from './part-tools.tsx';
import { VerdictMark } from './verdict-mark.tsx';

export type ConditionGroupProps = {
  root: GroupPart;
  group: GroupPart;
  /** What the sample says, in the same shape. Null without one. */
  trace: ConditionTrace | null;
  field: string;
  onChange: (root: GroupPart) => void;
  /** A condition is new at this place. */
  onAdd: (root: GroupPart, at: string) => void;
};

const blankRow: ConditionRow = { left: '', operator: 'equals', right: '' };

export function ConditionGroup(props: ConditionGroupProps) {
  const { root, group, trace, field, onChange, onAdd } = props;
  const text = useText();
  const { canEdit } = usePanel();
  const traces = trace?.kind === 'group' ? trace.parts : [];
  const at = `${field === '' ? '' : `${field}.`}${group.mode}`;
  const next = `${at}.${group.parts.length}`;
  const matched = traces.filter((one) => one.matched).length;
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 border-line border-l pl-2.5">
      <legend className="sr-only">{text(`condition.${group.mode}.of`)}</legend>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <select
          aria-label={text('panel.cond.mode')}
          value={group.mode}
          disabled={!canEdit}
          onChange={({ target }) =>
            onChange(setMode(root, group.id, target.value === 'any' ? 'any' : 'all'))
          }
          className={`${controlClass} w-auto!`}
        >
          <option value="all">{text('panel.cond.all')}</option>
          <option value="any">{text('panel.cond.any')}</option>
        </select>
        <span className="flex-1 text-meta text-text-2">{text('panel.cond.true')}</span>
        {trace && isFilledPart(group) && (
          <VerdictMark
            matched={trace.matched}
            word={text('panel.cond.count', { count: matched, all: traces.length })}
          />
        )}
        {group !== root && <PartTools root={root} id={group.id} onChange={onChange} />}
      </div>
      {group.parts.map((part, index) =>
        part.kind === 'group' ? (
          <ConditionGroup
            key={part.id}
            {...{ root, onChange, onAdd }}
            group={part}
            trace={traces[index] ?? null}
            field={`${at}.${index}`}
          />
        ) : (
          <ConditionLine
            key={part.id}
            {...{ root, onChange, part }}
            trace={traces[index] ?? null}
            field={`${at}.${index}`}
          />
        ),
      )}
      {canEdit && (
        <div className="flex gap-1">
          <Button
            variant="ghost"
            icon={Plus}
            onClick={() => onAdd(addRow(root, group.id, blankRow), next)}
          >
            {text('panel.cond.add')}
          </Button>
          <Button
            variant="ghost"
            icon={Brackets}
            onClick={() => onAdd(addGroup(root, group.id, blankRow), `${next}.any.0`)}
          >
            {text('panel.cond.group')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
