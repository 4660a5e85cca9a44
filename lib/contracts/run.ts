import { z } from 'zod';
import { jsonValue } from '#lib/core/graph/document.ts';
import { id, moment, page, pageQuery, time } from './common.ts';
import { contract } from './contract.ts';

const tag = 'Runs';

export const runStatus = z.enum([
  'queued',
  'running',
  'waiting',
  'succeeded',
  'failed',
  'filtered',
  'cancelled',
]);
const failure = z.object({ code: z.string(), message: z.string() }).nullable();

export const runSummary = z
  .object({
    id,
    workflowId: id,
    version: z.int().describe('0: the draft, in a test.'),
    requestId: id,
    endpointId: id.nullable(),
    triggerNodeId: z.string(),
    status: runStatus,
    rerunOf: id.nullable(),
    startedAt: time.nullable(),
    finishedAt: time.nullable(),
    ms: z.number().nullable(),
    error: failure,
  })
  .meta({ id: 'RunSummary' });

export const runListItem = runSummary
  .extend({
    workflowName: z.string().nullable().describe('Null once the workflow is deleted.'),
    event: z.string().nullable().describe('The request’s event type.'),
    replayOf: id.nullable().describe('The request that its request is a replay of.'),
    steps: z
      .array(
        z.object({
          nodeId: z.string(),
          name: z.string(),
          status: z.string(),
          ms: z.number().nullable(),
        }),
      )
      .describe('In the order they ended, without the trigger, at most 24.'),
  })
  .meta({ id: 'RunListItem' });

export const runStep = z
  .object({
    nodeId: z.string(),
    item: z.int(),
    type: z.string(),
    name: z.string(),
    status: z.string(),
    port: z.string().nullable(),
    attempt: z.int(),
    startedAt: time,
    finishedAt: time.nullable(),
    input: jsonValue,
    output: jsonValue,
    warnings: z.array(z.string()).readonly(),
    error: failure,
  })
  .meta({ id: 'RunStep' });

export const runDetail = runSummary
  .extend({
    steps: z.array(runStep),
    /** What a respond step said after the door had answered. */
    lateAnswer: jsonValue,
  })
  .meta({ id: 'Run' });

export const listRunsContract = contract({
  method: 'GET',
  path: '/api/v1/runs',
  summary: 'List runs, newest request first.',
  tag,
  role: 'viewer',
  query: pageQuery.extend({
    workflowId: id.optional(),
    requestId: id.optional(),
    status: runStatus.optional(),
    since: moment.optional(),
    until: moment.optional(),
  }),
  responses: { 200: { description: 'A page of runs.', schema: page(runListItem) } },
});

export const getRunContract = contract({
  method: 'GET',
  path: '/api/v1/runs/{id}',
  summary: 'One run with its steps.',
  tag,
  role: 'viewer',
  responses: { 200: { description: 'The run.', schema: runDetail } },
});

export const rerunContract = contract({
  method: 'POST',
  path: '/api/v1/runs/{id}/rerun',
  summary: 'Run it again, from the start or from one step on.',
  tag,
  role: 'editor',
  body: z.strictObject({
    from: z
      .string()
      .min(1)
      .max(40)
      .optional()
      .describe(
        'A step’s id. It runs whichever way the steps before it went, provided one of them ended.',
      ),
    version: z.enum(['same', 'current']).optional(),
  }),
  responses: { 202: { description: 'The new run.', schema: runDetail } },
  audit: { action: 'run.rerun', target: 'run' },
});

export const cancelRunContract = contract({
  method: 'POST',
  path: '/api/v1/runs/{id}/cancel',
  summary: 'End a run that hasn’t ended.',
  tag,
  role: 'editor',
  body: z.strictObject({}),
  responses: { 202: { description: 'The run.', schema: runDetail } },
  audit: { action: 'run.cancelled', target: 'run' },
});

export const runContracts = [listRunsContract, getRunContract, rerunContract, cancelRunContract];
