import { z } from 'zod';
import { jsonValue } from '#lib/core/graph/document.ts';
import {
  dedupePart,
  enabledPart,
  eventPart,
  ipAllowPart,
  maxBodyBytesPart,
  methodsPart,
  rateLimitPart,
  responsePart,
  schemaPart,
} from '#lib/core/request/endpoint-config.ts';
import { verificationConfig } from '#lib/core/verification/config.ts';
import { id, moment, page, pageQuery, time } from './common.ts';
import { contract } from './contract.ts';

const tag = 'Endpoints';
const name = z.string().trim().min(1).max(200);
const timeIn = moment;
const metadata = z
  .record(z.string(), jsonValue)
  .refine((value) => JSON.stringify(value).length <= 16_384, {
    error: 'Metadata has up to 16 KB as JSON.',
  });

const secretShown = z
  .object({ id, hint: z.string(), createdAt: time, expiresAt: time.nullable() })
  .meta({ id: 'SecretHint' });

/** A new secret as text; or, to keep one while replacing the list, the entry as it was read. */
const secretGiven = z.union([
  z.string().min(1).max(8192),
  z.strictObject({
    id,
    hint: z.string().optional(),
    createdAt: z.string().optional(),
    expiresAt: z.string().nullable().optional(),
  }),
]);

const verificationGiven = verificationConfig.extend({
  secrets: z.array(secretGiven).max(20).optional(),
});

const parts = {
  enabled: enabledPart.optional(),
  methods: methodsPart.optional(),
  verification: verificationGiven.optional(),
  ipAllow: ipAllowPart.optional(),
  rateLimit: rateLimitPart.optional(),
  maxBodyBytes: maxBodyBytesPart.optional(),
  event: eventPart.nullable().optional(),
  dedupe: dedupePart.nullable().optional(),
  schema: schemaPart.optional(),
  response: responsePart.nullable().optional(),
};

export const endpoint = z
  .object({
    id,
    name: z.string(),
    url: z.string(),
    /** `local`: HOOKLINE_PUBLIC_URL isn't set, so only this network may reach the URL. */
    urlReachable: z.enum(['public', 'local']),
    /** Rotated out, but still let in; `ending` is the last four characters of the URL. */
    previousUrls: z.array(z.object({ ending: z.string(), expiresAt: time })),
    revision: z.int(),
    expiresAt: time.nullable(),
    createdAt: time,
    metadata: z.record(z.string(), jsonValue),
    /** The workflows' triggers that listen to it. */
    triggers: z.array(z.object({ workflowId: id, nodeId: z.string(), live: z.boolean() })),
    enabled: z.boolean(),
    methods: z.array(z.string()),
    verification: z.looseObject({ scheme: z.string(), secrets: z.array(secretShown) }),
    ipAllow: z.array(z.string()),
    rateLimit: z.object({ perSecond: z.number(), burst: z.int() }).nullable(),
    maxBodyBytes: z.int(),
    event: z.object({ type: z.string().nullable(), id: z.string().nullable() }),
    dedupe: z.object({ from: z.string(), windowSeconds: z.int() }),
    schema: z.record(z.string(), jsonValue).nullable(),
    response: z.object({
      status: z.int(),
      headers: z.record(z.string(), z.string()),
      body: z.string().nullable(),
      waitSeconds: z.number(),
    }),
  })
  .meta({ id: 'Endpoint' });

export const createEndpointContract = contract({
  method: 'POST',
  path: '/api/v1/endpoints',
  summary: 'Mint a URL, bound to a workflow’s trigger or to none.',
  tag,
  role: 'editor',
  body: z.strictObject({
    name,
    trigger: z.strictObject({ workflowId: id, nodeId: z.string().min(1).max(40) }).optional(),
    expiresAt: timeIn.nullable().optional(),
    metadata: metadata.optional(),
    ...parts,
  }),
  responses: { 201: { description: 'The endpoint with its URL.', schema: endpoint } },
  audit: { action: 'endpoint.created', target: 'endpoint' },
});

export const listEndpointsContract = contract({
  method: 'GET',
  path: '/api/v1/endpoints',
  summary: 'List endpoints, newest first.',
  tag,
  role: 'viewer',
  query: pageQuery.extend({
    q: z.string().max(200).optional().describe('Part of the name.'),
    workflowId: id.optional().describe('Those that a trigger of this workflow listens to.'),
  }),
  responses: { 200: { description: 'A page of endpoints.', schema: page(endpoint) } },
});

export const getEndpointContract = contract({
  method: 'GET',
  path: '/api/v1/endpoints/{id}',
  summary: 'One endpoint with its URL. Secrets show as hints.',
  tag,
  role: 'viewer',
  responses: { 200: { description: 'The endpoint.', schema: endpoint } },
});

export const updateEndpointContract = contract({
  method: 'PATCH',
  path: '/api/v1/endpoints/{id}',
  summary: 'Replace each part that is named; leaving out secrets keeps them.',
  tag,
  role: 'editor',
  body: z.strictObject({
    name: name.optional(),
    expiresAt: timeIn.nullable().optional(),
    metadata: metadata.optional(),
    baseRevision: z
      .int()
      .nonnegative()
      .optional()
      .describe('Change nothing unless the endpoint still has this revision.'),
    ...parts,
  }),
  responses: { 200: { description: 'The endpoint.', schema: endpoint } },
  audit: { action: 'endpoint.updated', target: 'endpoint' },
});

export const deleteEndpointContract = contract({
  method: 'DELETE',
  path: '/api/v1/endpoints/{id}',
  summary: 'Delete an endpoint that no live version uses. Its URL answers 410.',
  tag,
  role: 'editor',
  responses: { 204: { description: 'Deleted.' } },
  audit: { action: 'endpoint.deleted', target: 'endpoint' },
});

export const rotateEndpointContract = contract({
  method: 'POST',
  path: '/api/v1/endpoints/{id}/rotate',
  summary: 'Mint a new URL; the old one works a while longer.',
  tag,
  role: 'editor',
  body: z.strictObject({
    overlapSeconds: z
      .int()
      .min(0)
      .max(30 * 86_400)
      .default(86_400),
  }),
  responses: {
    200: {
      description: 'The new URL, and until when the old one works.',
      schema: z.object({
        url: z.string(),
        urlReachable: z.enum(['public', 'local']),
        previous: z.object({ expiresAt: time }),
      }),
    },
  },
  audit: { action: 'endpoint.rotated', target: 'endpoint' },
});

export const endPreviousUrlsContract = contract({
  method: 'DELETE',
  path: '/api/v1/endpoints/{id}/previous-urls',
  summary: 'End the overlap of a rotation: URLs before the current one answer 410.',
  tag,
  role: 'editor',
  responses: { 204: { description: 'Ended.' } },
  audit: { action: 'endpoint.previous_urls_ended', target: 'endpoint' },
});

export const addSecretContract = contract({
  method: 'POST',
  path: '/api/v1/endpoints/{id}/secrets',
  summary: 'Add a secret beside the ones in use.',
  tag,
  role: 'editor',
  body: z.strictObject({
    value: z.string().min(1).max(8192),
    expiresAt: timeIn.nullable().optional(),
    replaces: z
      .strictObject({
        id,
        overlapSeconds: z
          .int()
          .min(0)
          .max(30 * 86_400),
      })
      .optional()
      .describe('The secret that this one follows: it verifies that much longer, then is gone.'),
  }),
  responses: { 201: { description: 'The secret’s hint.', schema: secretShown } },
  audit: { action: 'endpoint.secret_added', target: 'endpoint' },
});

export const removeSecretContract = contract({
  method: 'DELETE',
  path: '/api/v1/endpoints/{id}/secrets/{secretId}',
  summary: 'Remove a secret: it verifies nothing from now on.',
  tag,
  role: 'editor',
  responses: { 204: { description: 'Removed.' } },
  audit: { action: 'endpoint.secret_removed', target: 'endpoint' },
});

/** Where requests went. */
export const endpointStats = z
  .object({
    received: z.int(),
    handshake: z.int(),
    rejected: z.int(),
    duplicate: z.int(),
    captured: z.int(),
    waiting: z.int(),
    ran: z.int(),
    filtered: z.int(),
    byReason: z.record(z.string(), z.int()),
  })
  .meta({ id: 'RequestStats' });

export const endpointStatsContract = contract({
  method: 'GET',
  path: '/api/v1/endpoints/{id}/stats',
  summary:
    'How many requests came to what. `received` is the sum of the seven. Counted by the minute: `since` and `until` are taken down to theirs.',
  tag,
  role: 'viewer',
  query: z.strictObject({ since: moment.optional(), until: moment.optional() }),
  responses: {
    200: {
      description: 'The counts.',
      schema: endpointStats,
    },
  },
});

const sampleChoice = z.strictObject({
  event: z.string().max(200).optional().describe('One of the sender’s sample events.'),
});

export const testDeliveryContract = contract({
  method: 'POST',
  path: '/api/v1/endpoints/{id}/test-delivery',
  summary: 'Send a signed sample of the endpoint’s sender through its door.',
  tag,
  role: 'editor',
  body: sampleChoice,
  responses: {
    200: {
      description: 'The captured request, and the same delivery as a command.',
      schema: z.object({
        requestId: id.nullable(),
        status: z.int(),
        curl: z.string(),
        secretHidden: z.boolean(),
      }),
    },
  },
  audit: { action: 'endpoint.tested', target: 'endpoint' },
});

export const sampleDeliveryContract = contract({
  method: 'POST',
  path: '/api/v1/endpoints/{id}/sample-delivery',
  summary: 'A signed sample of the endpoint’s sender as a command. Sends nothing.',
  tag,
  role: 'editor',
  body: sampleChoice,
  responses: {
    200: {
      description: 'A delivery that was never sent. A token shows as YOUR_SECRET.',
      schema: z.object({
        method: z.string(),
        url: z.string(),
        headers: z.array(z.tuple([z.string(), z.string()])),
        body: z.string(),
        curl: z.string(),
        events: z.array(z.string()),
        secretHidden: z.boolean(),
        validSeconds: z.int().nullable(),
      }),
    },
  },
  // A signature is given out.
  audit: { action: 'endpoint.sampled', target: 'endpoint' },
});

const endpointIds = z
  .string()
  .max(8_000)
  .transform((text) => text.split(','))
  .pipe(z.array(id).min(1).max(200))
  .describe('Up to 200 ids, with commas between.');

export const endpointActivityContract = contract({
  method: 'GET',
  path: '/api/v1/endpoints/activity',
  summary: 'What many endpoints received, and who uses them. For lists.',
  tag,
  role: 'viewer',
  query: z.strictObject({ ids: endpointIds, since: moment.optional() }),
  responses: {
    200: {
      description: 'One entry per endpoint of the workspace.',
      schema: z.object({
        items: z.array(
          z.object({
            endpointId: id,
            received: z.int(),
            ran: z.int(),
            rejected: z.int(),
            /** Of the newest request that is kept, whatever became of it. */
            lastReceivedAt: time.nullable(),
            /** `live`: its published version listens; else only its draft or a binding does. */
            workflows: z.array(z.object({ id, name: z.string(), live: z.boolean() })),
          }),
        ),
      }),
    },
  },
});

export const endpointContracts = [
  createEndpointContract,
  listEndpointsContract,
  getEndpointContract,
  updateEndpointContract,
  deleteEndpointContract,
  rotateEndpointContract,
  endPreviousUrlsContract,
  addSecretContract,
  removeSecretContract,
  endpointStatsContract,
  testDeliveryContract,
  sampleDeliveryContract,
  endpointActivityContract,
];
