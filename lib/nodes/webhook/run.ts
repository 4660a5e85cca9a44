import type { NodeRun } from '#lib/core/execution/types.ts';
import type { WebhookSettings } from './definition.ts';

/** Its output is the request in the words of the template roots. */
export const runWebhook: NodeRun<WebhookSettings> = (_settings, { scope }) => {
  const { method, path, query, headers, body } = scope;
  const { event } = scope.request;
  return {
    kind: 'done',
    port: 'out',
    output: { method, path, query, headers, body },
    input: { event },
    warnings: [],
  };
};
