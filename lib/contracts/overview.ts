import { z } from 'zod';
import { chartWindows } from '#lib/core/overview/chart-window.ts';
import { id, time } from './common.ts';
import { contract } from './contract.ts';
import { endpointStats } from './endpoint.ts';
import { workflowStatus } from './workflow.ts';

/** Unix milliseconds. */
const ms = z.number();
const ofEndpoint = { endpointId: id, name: z.string() };
const ofWorkflow = { workflowId: id, name: z.string() };

const need = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('endpoint_rejecting'),
    ...ofEndpoint,
    count: z.int(),
    since: ms.nullable().describe('Unix ms of the first; null: nothing was let in at all.'),
    reason: z.string(),
  }),
  z
    .object({
      kind: z.literal('endpoint_refused'),
      ...ofEndpoint,
      count: z.int().describe('Of the last day.'),
      reason: z.string(),
    })
    .describe('Not all were refused; a live workflow listens to it.'),
  z.object({
    kind: z.literal('workflow_failing'),
    ...ofWorkflow,
    failed: z.int(),
    of: z.int().describe('Of this many of its last runs, tests left out.'),
    runId: id,
    message: z.string(),
  }),
  z.object({
    kind: z.literal('workflow_paused'),
    ...ofWorkflow,
    waiting: z.int(),
    more: z.boolean(),
    since: ms,
  }),
  z.object({ kind: z.literal('endpoint_unheard'), ...ofEndpoint, count: z.int() }),
  z.object({ kind: z.literal('endpoint_expiring'), ...ofEndpoint, at: ms }),
  z.object({ kind: z.literal('secrets_expiring'), ...ofEndpoint, at: ms }),
  z.object({ kind: z.literal('token_expiring'), name: z.string(), at: ms }),
]);

export const overviewContract = contract({
  method: 'GET',
  path: '/api/v1/overview',
  summary: 'What the workspace received and did lately, and what of it needs a person.',
  tag: 'Overview',
  role: 'viewer',
  query: z.strictObject({ window: z.enum(chartWindows).default('24h') }),
  responses: {
    200: {
      description: 'Counts over time, needs, the busiest endpoints, workflows by their last run.',
      schema: z
        .object({
          since: time,
          until: time,
          bucketSeconds: z.int(),
          totals: endpointStats,
          buckets: z
            .array(endpointStats.extend({ at: time }))
            .describe('Oldest first; those in which nothing came are left out.'),
          needs: z.array(need),
          endpoints: z.int().describe('How many there are.'),
          busiest: z.array(z.object({ id, name: z.string(), received: z.int() })),
          workflows: z.object({
            total: z.int(),
            items: z.array(
              z.object({
                id,
                name: z.string(),
                status: workflowStatus,
                liveVersion: z.int().nullable(),
                runs: z.int().describe('Of the last day, at most 40.'),
                failed: z.int(),
                waiting: z.int().describe('Held because it is paused.'),
                lastRunAt: time.nullable(),
              }),
            ),
          }),
        })
        .meta({ id: 'Overview' }),
    },
  },
});

export type OverviewAnswer = z.output<(typeof overviewContract)['responses'][200]['schema']>;
