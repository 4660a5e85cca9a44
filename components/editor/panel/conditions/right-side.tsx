'use client';

import { useText } from '#components/text.tsx';
import { sameJson } from '#lib/core/expression/compare.ts';
import type { ConditionRow } from '#lib/core/expression/condition.ts';
import type { Json } from '#lib/core/json.ts';
import { ChipList } from '../fields/chip-list.tsx';
import { JsonValue } from '../fields/json-value.tsx';
import { usePanel } from '../fields/panel-context.tsx';
import { TemplateInput } from '../fields/template-input.tsx';
import { leftOf, rightEditor, typedLike } from '../model/operator-choices.ts';

export type RightSideProps = { row: ConditionRow; onChange: (right: Json) => void };

/** Typed as the operator needs it: chips for a list, a value with its type for equality, else text. */
export function RightSide({ row, onChange }: RightSideProps) {
  const text = useText();
  const { scope, hasSample } = usePanel();
  const editor = rightEditor(row.operator);
  const left = leftOf(row, scope).value;
  const right = row.right ?? '';
  const label = text('panel.cond.right');
  if (editor === 'none') return null;
  if (editor === 'list') {
    return (
      <ChipList
        label={label}
        items={Array.isArray(right) ? right : [right]}
        onChange={onChange}
        read={(typed) => typedLike(typed, left)}
        isHit={(item) => hasSample && sameJson(item, left)}
      />
    );
  }
  if (editor === 'value') return <JsonValue label={label} value={right} onChange={onChange} />;
  const shown = typeof right === 'object' ? JSON.stringify(right) : String(right);
  return (
    <TemplateInput
      label={label}
      value={shown}
      onChange={(typed) => onChange(editor === 'number' ? typedLike(typed, 0) : typed)}
    />
  );
}
