import { z } from 'zod';
import { defineNode } from '#lib/core/graph/node-type.ts';

const settings = z.strictObject({
  endpointIds: z
    .array(z.guid({ error: 'This is not the id of an endpoint.' }))
    .max(100)
    .optional()
    .describe('The endpoints it listens to. Absent: one minted for this step.'),
  events: z
    .array(
      z
        .string()
        .min(1, 'Name an event, or remove the empty line.')
        .max(200)
        .regex(
          /^[^.]+(\.[^.]+)*$/,
          'An event has words joined by single dots, like issues.opened.',
        ),
    )
    .max(200)
    .optional()
    .describe(
      'Event types, exactly or by leading segments; * stands for one. Absent or empty: all.',
    ),
});

export type WebhookSettings = z.infer<typeof settings>;

export const webhookNode = defineNode<WebhookSettings>({
  type: 'webhook',
  kind: 'trigger',
  label: 'Webhook',
  help: 'Starts when a request arrives at its URL.',
  icon: 'webhook',
  settings,
  defaults: {},
  inputs: [],
  outputs: () => ['out'],
  effect: false,
  defaultAttempts: 1,
});
