'use client';

import { Plus, X } from 'lucide-react';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { isJsonObject, type JsonObject } from '#lib/core/json.ts';
import { JsonValue } from '../fields/json-value.tsx';
import { usePanel } from '../fields/panel-context.tsx';
import { SelectSetting } from '../fields/select-setting.tsx';
import { controlClass, Setting } from '../fields/setting.tsx';
import type { FormProps } from './form-props.ts';

export function SetFieldsForm({ settings, onChange }: FormProps) {
  const text = useText();
  const { canEdit } = usePanel();
  const fields = Array.isArray(settings.fields) ? settings.fields.filter(isJsonObject) : [];
  const set = (next: JsonObject[]) => onChange({ ...settings, fields: next });
  return (
    <>
      <SelectSetting
        label={text('panel.set.mode')}
        field="mode"
        value={String(settings.mode ?? 'replace')}
        options={(['replace', 'merge'] as const).map((value) => ({
          value,
          label: text(`panel.choice.${value}`),
        }))}
        onChange={(mode) => onChange({ ...settings, mode })}
      />
      {settings.mode === 'merge' && (
        <Setting label={text('panel.set.onto')} field="onto">
          {() => (
            <JsonValue
              label={text('panel.set.onto')}
              value={settings.onto ?? '{{body}}'}
              onChange={(onto) => onChange({ ...settings, onto })}
            />
          )}
        </Setting>
      )}
      {fields.map((field, index) => (
        <OneField
          // biome-ignore lint/suspicious/noArrayIndexKey: a field keeps its place while its path is typed
          key={index}
          index={index}
          value={field}
          onChange={(next) => set(fields.with(index, next))}
          onRemove={() => set(fields.toSpliced(index, 1))}
        />
      ))}
      {canEdit && (
        <Button
          icon={Plus}
          variant="ghost"
          className="self-start"
          onClick={() => set([...fields, { path: '', value: '' }])}
        >
          {text('panel.add.field')}
        </Button>
      )}
    </>
  );
}

type OneFieldProps = {
  index: number;
  value: JsonObject;
  onChange: (value: JsonObject) => void;
  onRemove: () => void;
};

function OneField({ index, value, onChange, onRemove }: OneFieldProps) {
  const text = useText();
  const { canEdit } = usePanel();
  const types = ['keep', 'text', 'number', 'boolean', 'json'] as const;
  const label = String(value.path || index + 1);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 border-line border-t pt-2">
      <legend className="sr-only">{label}</legend>
      <div className="flex items-end gap-1.5">
        <div className="min-w-0 flex-1">
          <Setting label={text('panel.set.path')} field={`fields.${index}.path`}>
            {(control) => (
              <input
                {...control}
                value={String(value.path ?? '')}
                disabled={!canEdit}
                onChange={({ target }) => onChange({ ...value, path: target.value })}
                className={`${controlClass} font-mono text-meta!`}
              />
            )}
          </Setting>
        </div>
        <SelectSetting
          label={text('panel.set.type')}
          field={`fields.${index}.type`}
          value={String(value.type ?? 'keep')}
          options={types.map((one) => ({ value: one, label: text(`panel.choice.${one}`) }))}
          onChange={(type) => onChange({ ...value, type })}
        />
        {canEdit && (
          <IconButton icon={X} label={text('panel.remove', { name: label })} onClick={onRemove} />
        )}
      </div>
      <Setting label={text('panel.set.value')} field={`fields.${index}`}>
        {() => (
          <JsonValue
            field={`fields.${index}.value`}
            label={text('panel.set.value')}
            value={value.value ?? null}
            onChange={(next) => onChange({ ...value, value: next })}
          />
        )}
      </Setting>
    </fieldset>
  );
}
