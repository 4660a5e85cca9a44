import { z } from 'zod';
import { id, page, pageQuery, time } from './common.ts';
import { contract } from './contract.ts';

const secretText = z.string().min(1).max(8_192);
const plainText = z
  .string()
  .min(1)
  .max(200)
  // A line break would end the header; NUL is refused by every client.
  .regex(/^[^\r\n\0]*$/, 'Line breaks are not allowed here.');
const headerName = z
  .string()
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, 'Write a header name such as x-api-key.');
const headerSafe = secretText.regex(/^[^\r\n\0]*$/, 'Line breaks are not allowed here.');

/** What is stored sealed; `lib/core/execution/types.ts` has the same as `ConnectionSecret`. */
export const connectionSecret = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bearer'), token: headerSafe }),
  z.strictObject({
    type: z.literal('basic'),
    username: plainText.regex(/^[^:]*$/, 'A user name has no colon.'),
    password: secretText,
  }),
  z.strictObject({ type: z.literal('header'), name: headerName, value: headerSafe }),
  z.strictObject({ type: z.literal('query'), name: plainText, value: secretText }),
]);

export const connection = z
  .object({
    id,
    name: z.string(),
    type: z.enum(['bearer', 'basic', 'header', 'query']),
    hint: z.string().describe('Enough to tell connections apart, never the value'),
    createdAt: time,
    updatedAt: time,
  })
  .meta({ id: 'Connection' });

const tag = 'Connections';
const name = z.string().trim().min(1).max(100);

export const listConnectionsContract = contract({
  method: 'GET',
  path: '/api/v1/connections',
  summary: 'Stored credentials of the workspace, without their values',
  tag,
  role: 'viewer',
  query: pageQuery,
  responses: { 200: { description: 'Newest first', schema: page(connection) } },
});

export const createConnectionContract = contract({
  method: 'POST',
  path: '/api/v1/connections',
  summary: 'Store credentials; values are write-only',
  tag,
  role: 'editor',
  body: z.strictObject({ name, secret: connectionSecret }),
  responses: { 201: { description: 'The connection', schema: connection } },
});

export const getConnectionContract = contract({
  method: 'GET',
  path: '/api/v1/connections/{id}',
  summary: 'One connection, without its value',
  tag,
  role: 'viewer',
  responses: { 200: { description: 'The connection', schema: connection } },
});

export const changeConnectionContract = contract({
  method: 'PATCH',
  path: '/api/v1/connections/{id}',
  summary: 'Rename a connection, or replace its credentials',
  tag,
  role: 'editor',
  body: z.strictObject({ name: name.optional(), secret: connectionSecret.optional() }),
  responses: { 200: { description: 'As it is now', schema: connection } },
});

export const deleteConnectionContract = contract({
  method: 'DELETE',
  path: '/api/v1/connections/{id}',
  summary: 'Delete a connection; steps that use it fail from now on',
  tag,
  role: 'editor',
  responses: { 204: { description: 'Deleted' } },
});

export const testConnectionContract = contract({
  method: 'POST',
  path: '/api/v1/connections/{id}/test',
  summary: 'Call an address with the connection’s credentials',
  tag,
  role: 'editor',
  body: z.strictObject({
    url: z.url({ protocol: /^https?$/, error: 'Write an address that begins with https://.' }),
    method: z.enum(['GET', 'HEAD']).default('GET'),
  }),
  responses: {
    200: {
      description: 'What came back: ok for any status below 400',
      schema: z
        .object({
          ok: z.boolean(),
          status: z.int().nullable(),
          ms: z.number().nullable(),
          detail: z.string(),
        })
        .meta({ id: 'ConnectionTest' }),
    },
  },
});

export const connectionUsageContract = contract({
  method: 'GET',
  path: '/api/v1/connections/usage',
  summary: 'Which workflows name which connection',
  tag,
  role: 'viewer',
  responses: {
    200: {
      description: 'Connections that no workflow names are left out',
      schema: z.object({
        items: z.array(
          z.object({
            connectionId: id,
            workflows: z.array(z.object({ id, name: z.string(), live: z.boolean() })),
          }),
        ),
      }),
    },
  },
});

export const connectionContracts = [
  listConnectionsContract,
  createConnectionContract,
  getConnectionContract,
  changeConnectionContract,
  deleteConnectionContract,
  testConnectionContract,
  connectionUsageContract,
];
