import type { NodeContext, Scope } from '#lib/core/execution/types.ts';
import { ConditionEvaluator } from '#lib/core/expression/condition.ts';
import { TemplateCache } from '#lib/core/expression/template.ts';

/** What a node's test hands it: a plain request, no connections, nothing to send to. */
export function testContext(
  scope: Partial<Scope> = {},
  change: Partial<Omit<NodeContext, 'scope'>> = {},
): NodeContext {
  return {
    scope: { ...plainScope, ...scope },
    templates: new TemplateCache(),
    conditions: new ConditionEvaluator(),
    now: Date.parse('2026-11-24T09:00:00Z'),
    effectKey: 'run-1:step:0',
    attempt: 1,
    hop: 0,
    signal: new AbortController().signal,
    send: async () => ({
      ok: false,
      error: { code: 'connection_failed', message: 'Nothing listens here.', retryable: true },
    }),
    connection: async () => undefined,
    ...change,
  };
}

const plainScope: Scope = {
  body: {},
  headers: {},
  query: {},
  queryAll: {},
  path: '',
  method: 'POST',
  request: {
    id: '01935f2e-0000-7000-8000-000000000001',
    receivedAt: '2026-11-24T08:59:59.000Z',
    ip: '192.0.2.7',
    contentType: 'application/json',
    event: { type: null, id: null },
    replayOf: null,
  },
  endpoint: { id: '01935f2e-0000-7000-8000-000000000002', name: 'Orders', metadata: {} },
  steps: {},
  run: { id: 'run-1', rerun: 0 },
  workflow: { id: 'workflow-1', name: 'Orders', version: 1 },
  vars: {},
};
