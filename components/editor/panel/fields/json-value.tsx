'use client';

import { Plus, X } from 'lucide-react';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { kindOf, type ValueKind } from '#components/values/value-tree.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/core/json.ts';
import { PairRows } from './pair-rows.tsx';
import { usePanel } from './panel-context.tsx';
import { controlClass, OwnProblem } from './setting.tsx';
import { TemplateInput } from './template-input.tsx';

export type JsonValueProps = {
  label: string;
  value: Json;
  onChange: (value: Json) => void;
  /** Its dotted path in the settings, where each part shows its own problem. */
  field?: string | undefined;
};

const kinds: readonly ValueKind[] = ['text', 'number', 'boolean', 'null', 'object', 'list'];
const blank: Readonly<Record<ValueKind, Json>> = {
  text: '',
  number: 0,
  boolean: true,
  null: null,
  object: { name: '' },
  list: [''],
};

/** Any JSON value, made of fields: nobody has to write JSON. Texts may hold templates. */
export function JsonValue({ label, value, onChange, field }: JsonValueProps) {
  const text = useText();
  const { canEdit } = usePanel();
  const kind = kindOf(value);
  const nested = kind === 'object' || kind === 'list';
  return (
    <div
      data-field={field}
      className={`flex min-w-0 flex-1 gap-1.5 ${nested ? 'flex-col' : 'flex-wrap items-start'}`}
    >
      <select
        aria-label={text('panel.value.kind', { name: label })}
        value={kind}
        disabled={!canEdit}
        onChange={(event) => onChange(blank[event.target.value as ValueKind])}
        className={`${controlClass} w-auto! flex-none self-start`}
      >
        {kinds.map((one) => (
          <option key={one} value={one}>
            {text(`panel.kind.${one}`)}
          </option>
        ))}
      </select>
      <div className={nested ? 'min-w-0' : 'flex min-w-32 flex-1'}>
        <ValueOfKind {...{ label, value, onChange, field }} />
      </div>
      {field !== undefined && (
        <div className="basis-full empty:hidden">
          <OwnProblem field={field} />
        </div>
      )}
    </div>
  );
}

function ValueOfKind({ label, value, onChange, field }: JsonValueProps) {
  const { canEdit } = usePanel();
  const text = useText();
  if (typeof value === 'string') {
    return <TemplateInput label={label} value={value} onChange={onChange} />;
  }
  if (Array.isArray(value)) return <ListValue {...{ label, value, onChange, field }} />;
  if (isJsonObject(value)) return <ObjectValue {...{ label, value, onChange, field }} />;
  if (value === null) return <span className="py-1.5 text-meta text-text-3">null</span>;
  if (typeof value === 'boolean') {
    return (
      <select
        aria-label={label}
        value={String(value)}
        disabled={!canEdit}
        onChange={(event) => onChange(event.target.value === 'true')}
        className={controlClass}
      >
        <option value="true">{text('panel.true')}</option>
        <option value="false">{text('panel.false')}</option>
      </select>
    );
  }
  return (
    <input
      type="number"
      step="any"
      aria-label={label}
      value={value}
      disabled={!canEdit}
      onChange={({ target }) =>
        Number.isFinite(target.valueAsNumber) && onChange(target.valueAsNumber)
      }
      className={controlClass}
    />
  );
}

function ObjectValue(props: JsonValueProps & { value: JsonObject }) {
  const { label, value, onChange, field } = props;
  return (
    <div className="border-line border-l pl-2">
      <PairRows
        label={label}
        pairs={Object.entries(value).map(([name, member]) => ({ name, value: member }))}
        onChange={(pairs) =>
          onChange(Object.fromEntries(pairs.map((pair) => [pair.name, pair.value])))
        }
        unique
        value={({ name, ...row }) => <JsonValue {...row} field={inside(field, name)} />}
      />
    </div>
  );
}

function ListValue(props: JsonValueProps & { value: Json[] }) {
  const { label, value, onChange, field } = props;
  const text = useText();
  const { canEdit } = usePanel();
  return (
    <div className="flex flex-col gap-1.5 border-line border-l pl-2">
      {value.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item of a list has no other name
        <div key={index} className="flex items-start gap-1">
          <JsonValue
            label={`${label} ${index + 1}`}
            value={item}
            field={inside(field, String(index))}
            onChange={(changed) => onChange(value.with(index, changed))}
          />
          {canEdit && (
            <IconButton
              icon={X}
              label={text('panel.remove', { name: `${label} ${index + 1}` })}
              onClick={() => onChange(value.toSpliced(index, 1))}
            />
          )}
        </div>
      ))}
      {canEdit && (
        <Button
          variant="ghost"
          icon={Plus}
          onClick={() => onChange([...value, ''])}
          className="self-start"
        >
          {text('panel.add.item')}
        </Button>
      )}
    </div>
  );
}

function inside(field: string | undefined, name: string): string | undefined {
  return field === undefined ? undefined : `${field}.${name}`;
}
