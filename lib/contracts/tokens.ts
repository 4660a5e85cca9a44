import { z } from 'zod';
import { id, page, pageQuery, time } from './common.ts';
import { contract } from './contract.ts';
import { memberRole } from './people.ts';

export const apiToken = z
  .object({
    id,
    name: z.string(),
    role: memberRole,
    hint: z.string().describe('The last four characters of the value'),
    createdAt: time,
    lastUsedAt: time.nullable(),
    expiresAt: time.nullable(),
  })
  .meta({ id: 'ApiToken' });

const tag = 'Tokens';

export const listTokensContract = contract({
  method: 'GET',
  path: '/api/v1/tokens',
  summary: 'API tokens of the workspace',
  tag,
  role: 'owner',
  query: pageQuery,
  responses: { 200: { description: 'Newest first', schema: page(apiToken) } },
});

export const createTokenContract = contract({
  method: 'POST',
  path: '/api/v1/tokens',
  summary: 'Create an API token; its value is shown this once',
  tag,
  role: 'owner',
  body: z.strictObject({
    name: z.string().trim().min(1).max(100),
    role: memberRole.default('editor'),
    expiresAt: z.iso.datetime({ offset: true }).nullable().optional(),
  }),
  responses: {
    201: {
      description: 'The token with its value',
      schema: apiToken.extend({ value: z.string() }).meta({ id: 'NewApiToken' }),
    },
  },
});

export const deleteTokenContract = contract({
  method: 'DELETE',
  path: '/api/v1/tokens/{id}',
  summary: 'Remove an API token; it stops working at once',
  tag,
  role: 'owner',
  responses: { 204: { description: 'Removed' } },
});

export const tokenContracts = [listTokensContract, createTokenContract, deleteTokenContract];
