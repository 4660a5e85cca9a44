'use client';

import { useRead } from '#components/api/use-read.ts';
import { useText } from '#components/text.tsx';
import { isJsonObject, type Json, type JsonObject } from '#lib/core/json.ts';
import { JsonValue } from '../fields/json-value.tsx';
import { LoadFailed } from '../fields/load-failed.tsx';
import { type Pair, PairRows } from '../fields/pair-rows.tsx';
import { SelectSetting } from '../fields/select-setting.tsx';
import { OwnProblem, Setting } from '../fields/setting.tsx';
import { TemplateInput } from '../fields/template-input.tsx';
import type { FormProps } from './form-props.ts';
import { TextPairs } from './schema-form.tsx';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

export function HttpRequestForm({ settings, onChange }: FormProps) {
  const text = useText();
  const set = (field: string) => (value: Json) => onChange({ ...settings, [field]: value });
  return (
    <>
      <SelectSetting
        label={text('panel.http.method')}
        field="method"
        value={String(settings.method ?? 'POST')}
        options={methods.map((value) => ({ value, label: value }))}
        onChange={set('method')}
      />
      <Setting label={text('panel.http.url')} field="url">
        {(control) => (
          <TemplateInput
            {...control}
            label={text('panel.http.url')}
            fill="url"
            placeholder="https://"
            value={String(settings.url ?? '')}
            onChange={set('url')}
          />
        )}
      </Setting>
      <ConnectionField settings={settings} onChange={onChange} />
      <Setting label={text('panel.http.headers')} field="headers">
        {() => (
          <TextPairs
            field="headers"
            label={text('panel.http.headers')}
            value={settings.headers ?? {}}
            onChange={set('headers')}
          />
        )}
      </Setting>
      <Setting label={text('panel.http.query')} field="query" deep={Array.isArray(settings.query)}>
        {() => (
          <ValuePairs
            field="query"
            label={text('panel.http.query')}
            value={settings.query ?? {}}
            onChange={set('query')}
          />
        )}
      </Setting>
      <BodyField body={settings.body ?? { type: 'none' }} onChange={set('body')} />
    </>
  );
}

type Connections = { items: { id: string; name: string; type: string }[] };

function ConnectionField({ settings, onChange }: FormProps) {
  const text = useText();
  const {
    data: connections,
    isError,
    refetch,
  } = useRead<Connections>('/api/v1/connections?limit=200');
  const known = connections?.items ?? [];
  const chosen = typeof settings.connectionId === 'string' ? settings.connectionId : '';
  const options = [
    { value: '', label: text('panel.http.auth.none') },
    ...known.map(({ id, name, type }) => ({ value: id, label: `${name} · ${type}` })),
  ];
  // Until they are read, nobody knows whether the chosen one is still there.
  if (chosen && !connections) options.push({ value: chosen, label: '…' });
  if (chosen && connections && !known.some(({ id }) => id === chosen)) {
    options.push({ value: chosen, label: text('panel.http.auth.gone') });
  }
  return (
    <>
      <SelectSetting
        label={text('panel.http.auth')}
        field="connectionId"
        value={chosen}
        options={options}
        onChange={(id) => {
          const { connectionId: _, ...rest } = settings;
          onChange(id === '' ? rest : { ...rest, connectionId: id });
        }}
      />
      {isError && <LoadFailed onRetry={() => void refetch()} />}
    </>
  );
}

type ValuePairsProps = {
  label: string;
  field: string;
  value: Json;
  onChange: (value: Json) => void;
};

/** Names may repeat here: then they are kept as a list. */
function ValuePairs({ label, field, value, onChange }: ValuePairsProps) {
  // In a list the place counts, not the name; its problems stand at the whole.
  const fieldOf = (name: string) => (Array.isArray(value) ? undefined : `${field}.${name}`);
  return (
    <PairRows
      label={label}
      pairs={toPairs(value)}
      onChange={(pairs) => onChange(fromPairs(pairs))}
      value={({ name, ...row }) => <JsonValue {...row} field={fieldOf(name)} />}
    />
  );
}

function toPairs(value: Json): Pair[] {
  if (isJsonObject(value))
    return Object.entries(value).map(([name, one]) => ({ name, value: one }));
  if (!Array.isArray(value)) return [];
  return value
    .filter(isJsonObject)
    .map((pair) => ({ name: String(pair.name ?? ''), value: pair.value ?? '' }));
}

function fromPairs(pairs: Pair[]): Json {
  const names = new Set(pairs.map(({ name }) => name));
  if (names.size < pairs.length) return pairs;
  return Object.fromEntries(pairs.map(({ name, value }) => [name, value]));
}

const emptyBody: Readonly<Record<string, JsonObject>> = {
  none: { type: 'none' },
  json: { type: 'json', value: {} },
  form: { type: 'form', fields: {} },
  raw: { type: 'raw', text: '' },
};

function BodyField({ body, onChange }: { body: Json; onChange: (body: Json) => void }) {
  const text = useText();
  const now = isJsonObject(body) ? body : { type: 'none' };
  const type = String(now.type);
  const label = text('panel.http.body');
  return (
    <>
      <SelectSetting
        label={label}
        field="body.type"
        value={type}
        options={(['none', 'json', 'form', 'raw'] as const).map((value) => ({
          value,
          label: text(`panel.http.body.${value}`),
        }))}
        onChange={(next) => onChange(emptyBody[next] ?? null)}
      />
      {type === 'json' && (
        <JsonValue
          label={label}
          field="body.value"
          value={now.value ?? null}
          onChange={(value) => onChange({ ...now, value })}
        />
      )}
      {type === 'form' && (
        <ValuePairs
          field="body.fields"
          label={label}
          value={now.fields ?? {}}
          onChange={(fields) => onChange({ ...now, fields })}
        />
      )}
      {type === 'raw' && (
        <TemplateInput
          label={label}
          multiline
          fill="text"
          value={String(now.text ?? '')}
          onChange={(raw) => onChange({ ...now, text: raw })}
        />
      )}
      <OwnProblem field="body" />
      <OwnProblem field="body.text" />
    </>
  );
}
