import { z } from 'zod';
import { contract } from './contract.ts';

export const openapiContract = contract({
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This description, as OpenAPI 3.1.',
  tag: 'Reference',
  role: 'public',
  responses: {
    200: {
      description: 'The document.',
      schema: z.looseObject({ openapi: z.literal('3.1.0') }),
    },
  },
});
