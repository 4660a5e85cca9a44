'use client';

import { z } from 'zod';
import { isJsonObject, type JsonObject } from '#lib/core/json.ts';
import type { TextKey } from '#lib/i18n/text.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';
import { CheckedConditions } from '../conditions/checked-conditions.tsx';
import { DelayForm } from './delay-form.tsx';
import { HttpRequestForm } from './http-request-form.tsx';
import { SchemaForm } from './schema-form.tsx';
import { SetFieldsForm } from './set-fields-form.tsx';
import { SwitchForm } from './switch-form.tsx';
import { WebhookForm, type WebhookFormProps } from './webhook-form.tsx';

export type StepFormProps = WebhookFormProps & { type: string };

const drawn: Readonly<Record<string, { fields: string[]; labels: Record<string, TextKey> }>> = {
  stop: {
    fields: ['as', 'message'],
    labels: { as: 'panel.stop.as', message: 'panel.stop.message' },
  },
  respond: {
    fields: ['status', 'headers', 'body'],
    labels: {
      status: 'panel.respond.status',
      headers: 'panel.http.headers',
      body: 'panel.http.body',
    },
  },
  http_request: {
    fields: ['timeoutSeconds', 'responseType', 'maxResponseBytes', 'followRedirects'],
    labels: {
      timeoutSeconds: 'panel.http.timeout',
      responseType: 'panel.http.response',
      maxResponseBytes: 'panel.http.max',
      followRedirects: 'panel.http.redirects',
    },
  },
};

/** The settings of one step, whatever its type. */
export function StepForm({ type, ...props }: StepFormProps) {
  const { settings, onChange } = props;
  switch (type) {
    case 'webhook':
      return <WebhookForm {...props} />;
    case 'filter':
      return (
        <CheckedConditions
          field=""
          settings={settings}
          onChange={(next) => onChange(isJsonObject(next) ? next : {})}
        />
      );
    case 'switch':
      return <SwitchForm {...props} />;
    case 'set_fields':
      return <SetFieldsForm {...props} />;
    case 'delay':
      return <DelayForm {...props} />;
    case 'http_request':
      return (
        <>
          <HttpRequestForm {...props} />
          <DrawnForm type={type} {...props} />
        </>
      );
    default:
      return <DrawnForm type={type} {...props} />;
  }
}

function DrawnForm({ type, settings, onChange }: StepFormProps) {
  const plan = drawn[type];
  const definition = Object.entries(nodeDefinitions).find(([name]) => name === type)?.[1];
  if (!plan || !definition) return null;
  const schema = z.toJSONSchema(definition.settings, { io: 'input', unrepresentable: 'any' });
  return <SchemaForm {...plan} {...{ settings, onChange }} schema={schema as JsonObject} />;
}
