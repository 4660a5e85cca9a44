import { z } from 'zod';
import { uuidTime } from '#lib/core/ids.ts';
import { id, moment, page, pageQuery, time, toPage } from './common.ts';
import { contract } from './contract.ts';
import { endpointStats } from './endpoint.ts';
import { runStatus } from './run.ts';

const tag = 'Requests';
const mebibyte = 1_048_576;

export const verdict = z.enum(['accepted', 'duplicate', 'handshake', 'rejected']);
export const outcome = z.enum([
  'handshake',
  'rejected',
  'duplicate',
  'captured',
  'waiting',
  'ran',
  'filtered',
]);

export const verificationStatus = z.enum([
  'verified',
  'authenticated',
  'failed',
  'not_checked',
  'none',
]);

export const requestSummary = z
  .object({
    id,
    endpointId: id,
    receivedAt: time,
    method: z.string(),
    path: z.string(),
    query: z.string(),
    contentType: z.string().nullable(),
    bodySize: z.int(),
    ip: z.string(),
    verdict,
    outcome,
    reason: z.string().nullable(),
    parse: z.enum(['ok', 'failed', 'none']),
    verification: z.object({
      status: verificationStatus,
      scheme: z.string(),
      detail: z.string(),
      secretId: z.string().nullable(),
    }),
    event: z.object({ type: z.string().nullable(), id: z.string().nullable() }),
    answer: z.object({ status: z.int(), ms: z.number() }),
    duplicateOf: id.nullable(),
    replayOf: id.nullable(),
    edited: z.boolean(),
  })
  .meta({ id: 'RequestSummary' });

export const requestDetail = requestSummary
  .extend({
    headers: z.array(z.tuple([z.string(), z.string()])),
    /** Fewer than bodySize where only the head of a refused body was kept. */
    bodyStored: z.int(),
    runs: z.array(z.object({ id, workflowId: id, status: runStatus })),
    /** Newest first, the last 20 at most. */
    replays: z.array(z.object({ id, receivedAt: time, outcome, edited: z.boolean() })),
  })
  .meta({ id: 'Request' });

const listQuery = pageQuery.extend({
  verdict: verdict.optional(),
  outcome: outcome.optional(),
  reason: z.string().max(60).optional(),
  verification: verificationStatus.optional().describe('`not_checked` takes in `none`.'),
  event: z
    .string()
    .max(500)
    .optional()
    .describe('Matched as a subscription: by leading dot segments, or with * for one.'),
  method: z.string().max(20).optional(),
  q: z
    .string()
    .max(200)
    .optional()
    .describe(
      'Part of the event, the ids, the path, the query, the sender’s address, the headers or the first 256 KiB of the body, in whatever case. A search that takes long answers with what it has found, perhaps nothing yet, and a nextCursor to go on with.',
    ),
  since: moment.optional(),
  until: moment.optional(),
});

const listResponses = {
  200: {
    description: 'A page of requests.',
    schema: page(requestSummary).extend({
      searchedTo: time.optional().describe('How far back an unfinished search has come.'),
    }),
  },
} as const;

/** `goOn`: the id before which an unfinished search goes on. */
export function toRequestPage<T extends { id: string }>(
  { rows, goOn }: { rows: T[]; goOn: string | null },
  limit: number,
) {
  const searchedTo = goOn === null ? {} : { searchedTo: new Date(uuidTime(goOn)).toISOString() };
  return { ...toPage(rows, limit, goOn), ...searchedTo };
}

export const listRequestsContract = contract({
  method: 'GET',
  path: '/api/v1/endpoints/{id}/requests',
  summary: 'What an endpoint received, newest first.',
  tag,
  role: 'viewer',
  query: listQuery,
  responses: listResponses,
});

const topic = {
  endpointId: id.optional(),
  workflowId: id.optional().describe('Of the endpoints that the workflow listens to.'),
};
const oneTopic = { error: 'Give endpointId or workflowId, not both.' };
const atMostOne = (query: { endpointId?: string | undefined; workflowId?: string | undefined }) =>
  !(query.endpointId && query.workflowId);

export const listAllRequestsContract = contract({
  method: 'GET',
  path: '/api/v1/requests',
  summary: 'What the workspace, an endpoint or a workflow’s endpoints received, newest first.',
  tag,
  role: 'viewer',
  query: listQuery.extend(topic).refine(atMostOne, oneTopic),
  responses: listResponses,
});

export const requestStatsContract = contract({
  method: 'GET',
  path: '/api/v1/requests/stats',
  summary: 'Where those requests went, counted; `received` is the sum of the seven outcomes.',
  tag,
  role: 'viewer',
  query: z
    .strictObject({ ...topic, since: moment.optional(), until: moment.optional() })
    .refine(atMostOne, oneTopic),
  responses: { 200: { description: 'The counts.', schema: endpointStats } },
});

export const getRequestContract = contract({
  method: 'GET',
  path: '/api/v1/requests/{id}',
  summary: 'One request with its headers, its runs and its newest replays.',
  tag,
  role: 'viewer',
  responses: { 200: { description: 'The request.', schema: requestDetail } },
});

export const getRequestBodyContract = contract({
  method: 'GET',
  path: '/api/v1/requests/{id}/body',
  summary: 'The exact bytes of the body, as a download.',
  tag,
  role: 'viewer',
  responses: { 200: { description: 'The body.', contentType: 'application/octet-stream' } },
});

export const replayRequestContract = contract({
  method: 'POST',
  path: '/api/v1/requests/{id}/replay',
  summary: 'Run a stored request again, changed or not, on the live version.',
  tag,
  role: 'editor',
  anyText: true,
  maxBodyBytes: 16 * mebibyte,
  body: z.strictObject({
    method: z
      .string()
      .regex(/^[A-Za-z-]{1,20}$/)
      .transform((method) => method.toUpperCase())
      .optional()
      .describe('Instead of the stored one.'),
    headers: z
      .union([z.record(z.string(), z.string()), z.array(z.tuple([z.string(), z.string()]))])
      .optional()
      .describe('Instead of the stored ones.'),
    body: z.json().optional().describe('Instead of the stored one: a text as it is, else JSON.'),
    workflowId: id.optional().describe('Only this workflow.'),
  }),
  responses: {
    202: {
      description: 'The new request and its runs.',
      schema: z.object({
        requestId: id,
        runs: z.array(z.object({ id, workflowId: id, status: runStatus })),
      }),
    },
  },
  audit: { action: 'request.replayed', target: 'request' },
});

export const requestContracts = [
  listRequestsContract,
  listAllRequestsContract,
  requestStatsContract,
  getRequestContract,
  getRequestBodyContract,
  replayRequestContract,
];
