'use client';

import { useText } from '#components/text.tsx';
import type { JsonObject } from '#lib/core/json.ts';
import { useProblem } from '../fields/panel-context.tsx';
import { SelectSetting } from '../fields/select-setting.tsx';
import { ProblemLine, Setting } from '../fields/setting.tsx';
import { TemplateInput } from '../fields/template-input.tsx';
import type { FormProps } from './form-props.ts';

const units = ['days', 'hours', 'minutes', 'seconds'] as const;

/** A length or a moment, never both. */
export function DelayForm({ settings, onChange }: FormProps) {
  const text = useText();
  const problem = useProblem('');
  const until = settings.until !== undefined;
  return (
    <>
      <SelectSetting
        label={text('panel.delay.how')}
        field="how"
        value={until ? 'until' : 'for'}
        options={[
          { value: 'for', label: text('panel.delay.for') },
          { value: 'until', label: text('panel.delay.until') },
        ]}
        onChange={(how) => onChange(how === 'until' ? { until: '' } : { minutes: 5 })}
      />
      {(until ? (['until'] as const) : units).map((unit) => (
        <Setting key={unit} label={text(`panel.delay.${unit}`)} field={unit}>
          {(control) => (
            <TemplateInput
              {...control}
              label={text(`panel.delay.${unit}`)}
              value={String(settings[unit] ?? '')}
              onChange={(typed) => onChange(withAmount(settings, unit, typed))}
            />
          )}
        </Setting>
      ))}
      <ProblemLine problem={problem} />
    </>
  );
}

function withAmount(settings: JsonObject, unit: string, typed: string): JsonObject {
  const { [unit]: _, ...rest } = settings;
  if (typed === '' && unit !== 'until') return rest;
  const number = /^\d+(?:\.\d+)?$/.test(typed) ? Number(typed) : typed;
  return { ...rest, [unit]: number };
}
