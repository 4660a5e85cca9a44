'use client';

import { isJsonObject, type Json, type JsonObject } from '#lib/core/json.ts';
import { JsonValue } from '../editor/panel/fields/json-value.tsx';
import { PairRows } from '../editor/panel/fields/pair-rows.tsx';
import { Setting } from '../editor/panel/fields/setting.tsx';
import { TemplateInput } from '../editor/panel/fields/template-input.tsx';
import { useText } from '../text.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import type { BuildStepProps } from './build-step-props.ts';
import { withAction } from './setup-graph.ts';
import { StepFields } from './step-fields.tsx';
import { newAction } from './use-picking.ts';

const methods = ['POST', 'PUT', 'PATCH', 'GET', 'DELETE'] as const;

export type ActionFormProps = BuildStepProps & { showProblems: boolean };

export function ActionForm({ setup, picking, showProblems }: ActionFormProps) {
  const text = useText();
  const { graph, draft } = setup;
  const action = graph.kind === 'simple' ? graph.action : null;
  const settings = action?.settings ?? newAction;
  const set = (change: JsonObject) => {
    const step = { name: text('setup.action.name'), settings: { ...settings, ...change } };
    draft.change((at) => withAction(at, step));
    setup.go('action');
  };
  const method = String(settings.method ?? 'POST');
  return (
    <StepFields
      {...{ setup, picking, showProblems }}
      label={text('setup.action')}
      nodeId={action?.id}
    >
      <div className="grid grid-cols-[112px_minmax(0,1fr)] items-start gap-3">
        <div className="flex flex-col gap-1">
          <span className="font-medium text-meta text-text-2">{text('setup.action.method')}</span>
          <Select
            aria={text('setup.action.method')}
            value={method}
            onChange={(next) => set({ method: next })}
            options={[...new Set([method, ...methods])].map((value) => ({ value, label: value }))}
            disabled={!setup.canEdit}
            className="h-[30px]! rounded-sm!"
          />
        </div>
        <Setting label={text('setup.action.url')} field="url">
          {(control) => (
            <TemplateInput
              {...control}
              label={text('setup.action.url')}
              fill="url"
              placeholder="https://"
              value={String(settings.url ?? '')}
              onChange={(url) => set({ url })}
            />
          )}
        </Setting>
      </div>
      {method !== 'GET' && (
        <BodyChoice body={settings.body ?? { type: 'none' }} onChange={(body) => set({ body })} />
      )}
    </StepFields>
  );
}

const choices = ['all', 'fields', 'none'] as const;
type Choice = (typeof choices)[number] | 'other';

function choiceOf(body: Json): Choice {
  if (!isJsonObject(body)) return 'none';
  if (body.type === 'none') return 'none';
  if (body.type !== 'json') return 'other';
  if (body.value === '{{body}}') return 'all';
  return isJsonObject(body.value) ? 'fields' : 'other';
}

const bodyOf: Readonly<Record<(typeof choices)[number], JsonObject>> = {
  all: { type: 'json', value: '{{body}}' },
  fields: { type: 'json', value: {} },
  none: { type: 'none' },
};

function BodyChoice({ body, onChange }: { body: Json; onChange(body: Json): void }) {
  const text = useText();
  const choice = choiceOf(body);
  const value = isJsonObject(body) && isJsonObject(body.value) ? body.value : {};
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <span className="font-medium text-meta text-text-2">{text('setup.action.body')}</span>
      <Segmented<Choice>
        label={text('setup.action.body')}
        value={choice}
        onChange={(next) => next !== 'other' && next !== choice && onChange(bodyOf[next])}
        options={choices.map((value) => ({ value, label: text(`setup.action.body.${value}`) }))}
        className="self-start"
      />
      {choice === 'other' && (
        <p className="text-meta text-text-2">{text('setup.action.body.other')}</p>
      )}
      {choice === 'all' && (
        <p className="text-meta text-text-2">{text('setup.action.body.all.lead')}</p>
      )}
      {choice === 'fields' && (
        <>
          <p className="text-meta text-text-2">{text('setup.action.body.fields.lead')}</p>
          <PairRows
            label={text('setup.action.body')}
            pairs={Object.entries(value).map(([name, one]) => ({ name, value: one }))}
            onChange={(pairs) =>
              onChange({
                type: 'json',
                value: Object.fromEntries(pairs.map((pair) => [pair.name, pair.value])),
              })
            }
            unique
            value={(row) => (
              <JsonValue label={row.label} value={row.value} onChange={row.onChange} />
            )}
          />
        </>
      )}
    </div>
  );
}
