'use client';

import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { type Condition, conditionSettings } from '#lib/core/expression/condition.ts';
import type { Json } from '#lib/core/json.ts';
import { usePanel } from '../fields/panel-context.tsx';
import { RawJson } from '../fields/raw-json.tsx';
import { ConditionForm } from './condition-form.tsx';

export type CheckedConditionsProps = {
  field: string;
  settings: Json;
  onChange: (settings: Json) => void;
};

/** Conditions as rows; where they are none, it says so and shows what stands there instead. */
export function CheckedConditions({ field, settings, onChange }: CheckedConditionsProps) {
  const parsed = conditionSettings.safeParse(settings);
  if (!parsed.success) return <Unreadable {...{ settings, onChange }} />;
  const change = (condition: Condition) => onChange(condition as unknown as Json);
  return <ConditionForm field={field} condition={parsed.data} onChange={change} />;
}

function Unreadable({ settings, onChange }: Omit<CheckedConditionsProps, 'field'>) {
  const text = useText();
  const { canEdit } = usePanel();
  const [shown, setShown] = useState(false);
  return (
    <div className="flex flex-col gap-2 rounded-md bg-wait-soft p-3 inset-ring inset-ring-wait-line">
      <p className="flex gap-2 text-wait">
        <Icon icon={TriangleAlert} className="mt-0.5" />
        {text('panel.cond.unreadable')}
      </p>
      {shown ? (
        <RawJson value={settings} onChange={onChange} />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setShown(true)}>{text('panel.json.show')}</Button>
          {canEdit && (
            <Button onClick={() => onChange({ all: [] })}>{text('panel.cond.anew')}</Button>
          )}
        </div>
      )}
    </div>
  );
}
