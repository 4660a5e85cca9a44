'use client';

import { useText } from '#components/text.tsx';
import type { ConditionRow } from '#lib/core/expression/condition.ts';
import type { Operator } from '#lib/core/expression/operators.ts';
import { usePanel } from '../fields/panel-context.tsx';
import { controlClass } from '../fields/setting.tsx';
import { operatorMenu, rightFor } from '../model/operator-choices.ts';

export type OperatorSelectProps = {
  row: ConditionRow;
  onChange: (change: Partial<ConditionRow>) => void;
};

/** What fits the sample's value comes first. */
export function OperatorSelect({ row, onChange }: OperatorSelectProps) {
  const text = useText();
  const { scope, canEdit } = usePanel();
  const menu = operatorMenu(row, scope);
  return (
    <select
      aria-label={text('panel.cond.operator')}
      value={row.operator}
      disabled={!canEdit}
      onChange={({ target }) => {
        const operator = target.value as Operator;
        onChange({ operator, right: rightFor(operator, row.right) });
      }}
      className={controlClass}
    >
      {(['fitting', 'any', 'other'] as const).map(
        (group) =>
          menu[group].length > 0 && (
            <optgroup key={group} label={text(`panel.op.group.${group}`)}>
              {menu[group].map((operator) => (
                <option key={operator} value={operator}>
                  {text(`condition.op.${operator}`)}
                </option>
              ))}
            </optgroup>
          ),
      )}
    </select>
  );
}
