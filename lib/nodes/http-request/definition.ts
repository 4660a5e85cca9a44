import { defineNode } from '#lib/core/graph/node-type.ts';
import { check } from './check.ts';
import { type HttpRequestSettings, settings } from './settings.ts';

export const httpRequestNode = defineNode<HttpRequestSettings>({
  type: 'http_request',
  kind: 'action',
  label: 'HTTP request',
  help: 'Calls a URL and hands on its answer.',
  icon: 'send',
  settings,
  defaults: { method: 'POST', url: '', body: { type: 'json', value: '{{body}}' } },
  inputs: ['in'],
  outputs: () => ['ok', 'error'],
  effect: true,
  defaultAttempts: 3,
  check,
});
