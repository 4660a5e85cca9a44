import { z } from 'zod';
import { jsonValue } from '#lib/core/graph/document.ts';
import { checkSignatureRequest } from '#lib/core/verification/config.ts';
import { contract } from './contract.ts';

const tag = 'Tools';
const mebibyte = 1_048_576;

export const checkSignatureContract = contract({
  method: 'POST',
  path: '/api/v1/tools/check-signature',
  summary: 'Check a request’s signature as the door would, and say what is likely wrong.',
  tag,
  role: 'viewer',
  anyText: true,
  maxBodyBytes: 24 * mebibyte,
  body: checkSignatureRequest,
  responses: {
    200: {
      description: 'The verdict.',
      schema: z.object({
        status: z.enum(['verified', 'authenticated', 'failed', 'not_checked', 'none']),
        reason: z.string().nullable(),
        detail: z.string(),
        suggestions: z.array(z.string()),
      }),
    },
  },
});

export const evaluateContract = contract({
  method: 'POST',
  path: '/api/v1/tools/evaluate',
  summary: 'Work out an expression over some data.',
  tag,
  role: 'viewer',
  anyText: true,
  maxBodyBytes: 4 * mebibyte,
  body: z.strictObject({
    language: z.enum(['template', 'condition', 'jsonata', 'jsonpath', 'xpath', 'regex']),
    expression: jsonValue,
    data: jsonValue.optional(),
  }),
  responses: {
    200: {
      description: 'The result; JSONPath gives the nodes found.',
      schema: z.looseObject({ result: jsonValue.optional(), nodes: jsonValue.optional() }),
    },
  },
});

export const toolContracts = [checkSignatureContract, evaluateContract];
