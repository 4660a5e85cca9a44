import { expect, test } from 'vitest';
import { testContext } from '#lib/nodes/test-context.ts';
import { webhookNode } from './definition.ts';
import { runWebhook } from './run.ts';

test('a trigger hands on the request that fired it', async () => {
  const context = testContext({ body: { id: 7 }, method: 'PUT', path: '/orders' });
  expect(await runWebhook({}, context)).toMatchObject({
    kind: 'done',
    port: 'out',
    output: { body: { id: 7 }, method: 'PUT', path: '/orders' },
  });
});

test('events have no empty segments', () => {
  const accepts = (events: string[]) => webhookNode.settings.safeParse({ events }).success;
  expect(accepts(['issues', 'issues.opened', '*.opened', 'ticket/created'])).toBe(true);
  for (const event of ['', '.', 'issues.', '.opened', 'a..b']) expect(accepts([event])).toBe(false);
});
