'use client';

import { Plus, X } from 'lucide-react';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { isJsonObject, type JsonObject } from '#lib/core/json.ts';
import { CheckedConditions } from '../conditions/checked-conditions.tsx';
import { usePanel } from '../fields/panel-context.tsx';
import { controlClass, Setting } from '../fields/setting.tsx';
import type { FormProps } from './form-props.ts';

/** Its cases in the order they are tried; wires keep to a case's id when its name changes. */
export function SwitchForm({ settings, onChange }: FormProps) {
  const text = useText();
  const { canEdit } = usePanel();
  const cases = Array.isArray(settings.cases) ? settings.cases.filter(isJsonObject) : [];
  const set = (next: JsonObject[]) => onChange({ ...settings, cases: next });
  return (
    <>
      {cases.map((one, index) => (
        <section key={String(one.id)} className="flex flex-col gap-2 border-line border-b pb-3">
          <div className="flex items-end gap-1.5">
            <div className="flex-1">
              <Setting label={text('panel.case.name')} field={`cases.${index}.name`}>
                {(control) => (
                  <input
                    {...control}
                    value={String(one.name ?? '')}
                    disabled={!canEdit}
                    onChange={({ target }) =>
                      set(cases.with(index, { ...one, name: target.value }))
                    }
                    className={controlClass}
                  />
                )}
              </Setting>
            </div>
            {canEdit && (
              <IconButton
                icon={X}
                label={text('panel.remove', { name: String(one.name ?? one.id) })}
                onClick={() => set(cases.toSpliced(index, 1))}
              />
            )}
          </div>
          <CheckedConditions
            field={`cases.${index}.when`}
            settings={one.when ?? null}
            onChange={(when) => set(cases.with(index, { ...one, when }))}
          />
        </section>
      ))}
      {canEdit && (
        <Button
          icon={Plus}
          variant="ghost"
          className="self-start"
          onClick={() => set([...cases, freshCase(cases, text('panel.case'))])}
        >
          {text('panel.case.add')}
        </Button>
      )}
    </>
  );
}

function freshCase(cases: readonly JsonObject[], name: string): JsonObject {
  for (let number = cases.length + 1; ; number += 1) {
    const id = `case_${number}`;
    if (!cases.some((one) => one.id === id)) {
      return { id, name: `${name} ${number}`, when: { all: [] } };
    }
  }
}
