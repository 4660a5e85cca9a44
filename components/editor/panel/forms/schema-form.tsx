'use client';

import { useText } from '#components/text.tsx';
import { isJsonObject, type Json, type JsonObject } from '#lib/core/json.ts';
import type { TextKey } from '#lib/i18n/text.ts';
import { JsonValue } from '../fields/json-value.tsx';
import { PairRows } from '../fields/pair-rows.tsx';
import { usePanel } from '../fields/panel-context.tsx';
import { SelectSetting } from '../fields/select-setting.tsx';
import { controlClass, OwnProblem, Setting } from '../fields/setting.tsx';
import { TemplateInput } from '../fields/template-input.tsx';
import { fieldKind } from '../model/field-kind.ts';
import type { FormProps } from './form-props.ts';

export type SchemaFormProps = FormProps & {
  /** JSON Schema of the settings, as the node's own schema gives it. */
  schema: JsonObject;
  labels: Readonly<Record<string, TextKey>>;
  /** Only these, in this order. */
  fields: readonly string[];
};

/** Settings drawn from their schema: one field per property. */
export function SchemaForm({ schema, labels, fields, settings, onChange }: SchemaFormProps) {
  const text = useText();
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  return fields.map((field) => {
    const property = isJsonObject(properties[field]) ? properties[field] : {};
    const key = labels[field];
    return (
      <SchemaField
        key={field}
        field={field}
        label={key ? text(key) : field}
        property={property}
        value={settings[field] ?? property.default ?? null}
        onChange={(value) => onChange({ ...settings, [field]: value })}
      />
    );
  });
}

type FieldProps = {
  field: string;
  label: string;
  property: JsonObject;
  value: Json;
  onChange: (value: Json) => void;
};

function SchemaField(props: FieldProps) {
  const { field, label, property, value, onChange } = props;
  const kind = fieldKind(property);
  if (kind === 'choice') return <ChoiceField {...props} />;
  if (kind === 'switch') return <SwitchField {...props} />;
  if (kind === 'number') return <NumberField {...props} />;
  return (
    <Setting label={label} field={field} deep={kind === 'text' || kind === 'number_or_template'}>
      {(control) => {
        if (kind === 'text' || kind === 'number_or_template') {
          const read = (text: string) =>
            kind === 'number_or_template' && /^\d{1,9}$/.test(text) ? Number(text) : text;
          return (
            <TemplateInput
              {...control}
              label={label}
              value={value === null ? '' : String(value)}
              onChange={(text) => onChange(read(text))}
            />
          );
        }
        return kind === 'pairs' ? (
          <TextPairs {...{ label, field, value, onChange }} />
        ) : (
          <JsonValue {...{ label, field, value, onChange }} />
        );
      }}
    </Setting>
  );
}

function ChoiceField({ field, label, property, value, onChange }: FieldProps) {
  const text = useText();
  const values = Array.isArray(property.enum) ? property.enum.map(String) : [];
  return (
    <SelectSetting
      {...{ field, label, onChange }}
      value={String(value)}
      options={values.map((one) => ({ value: one, label: text(`panel.choice.${one}` as TextKey) }))}
    />
  );
}

function SwitchField({ field, label, value, onChange }: FieldProps) {
  const { canEdit } = usePanel();
  return (
    <label className="flex min-h-6 items-center gap-2" data-field={field}>
      <input
        type="checkbox"
        checked={value === true}
        disabled={!canEdit}
        onChange={({ target }) => onChange(target.checked)}
        className="size-4"
      />
      {label}
    </label>
  );
}

function NumberField({ field, label, property, value, onChange }: FieldProps) {
  const { canEdit } = usePanel();
  return (
    <Setting label={label} field={field}>
      {(control) => (
        <input
          {...control}
          type="number"
          min={Number(property.minimum ?? 0)}
          step="any"
          value={typeof value === 'number' ? value : ''}
          disabled={!canEdit}
          onChange={({ target }) =>
            Number.isFinite(target.valueAsNumber) && onChange(target.valueAsNumber)
          }
          className={controlClass}
        />
      )}
    </Setting>
  );
}

export type TextPairsProps = {
  label: string;
  field: string;
  value: Json;
  onChange: (value: Json) => void;
};

/** A record of texts, such as headers. */
export function TextPairs({ label, field, value, onChange }: TextPairsProps) {
  const pairs = Object.entries(isJsonObject(value) ? value : {});
  return (
    <PairRows
      label={label}
      unique
      pairs={pairs.map(([name, member]) => ({ name, value: member }))}
      onChange={(next) => onChange(Object.fromEntries(next.map((one) => [one.name, one.value])))}
      value={(row) => (
        <div className="flex min-w-0 flex-1 flex-col" data-field={`${field}.${row.name}`}>
          <TemplateInput
            label={row.label}
            value={String(row.value ?? '')}
            fill="text"
            onChange={row.onChange}
          />
          <OwnProblem field={`${field}.${row.name}`} />
        </div>
      )}
    />
  );
}
