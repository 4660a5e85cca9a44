import { z } from 'zod';
import { defineNode } from '#lib/core/graph/node-type.ts';

/** Captured requests are kept for 30 days by default; a run must not outlive what it is about. */
export const maxDelayDays = 30;

const amount = (unit: string) =>
  z
    .union([z.number().min(0), z.string().min(1)], {
      error: `Give a number of ${unit}, or a template that gives one.`,
    })
    .optional();

const settings = z
  .strictObject({
    seconds: amount('seconds'),
    minutes: amount('minutes'),
    hours: amount('hours'),
    days: amount('days'),
    until: z
      .union([z.string().min(1), z.number()], {
        error: 'Give an ISO 8601 time, Unix seconds, or a template that gives one.',
      })
      .optional()
      .describe('A moment instead of a length: ISO 8601, Unix seconds or milliseconds.'),
  })
  .superRefine((delay, context) => {
    const { until, ...lengths } = delay;
    const length = Object.values(lengths).some((value) => value !== undefined);
    const message = 'Say how long to wait (seconds, minutes, hours, days) or until when, not both.';
    if (length === (until !== undefined)) context.addIssue({ code: 'custom', message });
  });
export type DelaySettings = z.infer<typeof settings>;

export const delayNode = defineNode<DelaySettings>({
  type: 'delay',
  kind: 'action',
  label: 'Delay',
  help: `Waits before it goes on, up to ${maxDelayDays} days.`,
  icon: 'timer',
  settings,
  defaults: { minutes: 5 },
  inputs: ['in'],
  outputs: () => ['ok', 'error'],
  effect: false,
  defaultAttempts: 1,
});
