import { z } from 'zod';
import { defineNode } from '#lib/core/graph/node-type.ts';

const settings = z.strictObject({
  as: z.enum(['succeeded', 'failed']).default('succeeded'),
  message: z.string().max(2000).default('').describe('Kept with the run. May hold templates.'),
});
export type StopSettings = z.infer<typeof settings>;

export const stopNode = defineNode<StopSettings>({
  type: 'stop',
  kind: 'action',
  label: 'Stop',
  help: 'Ends the whole run here, as succeeded or as failed.',
  icon: 'circle-stop',
  settings,
  defaults: { as: 'succeeded', message: '' },
  inputs: ['in'],
  outputs: () => [],
  effect: false,
  defaultAttempts: 1,
});
