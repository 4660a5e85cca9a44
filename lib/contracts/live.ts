import { z } from 'zod';
import { id } from './common.ts';
import { contract } from './contract.ts';

export const liveContract = contract({
  method: 'GET',
  path: '/api/v1/live',
  summary:
    'Server-sent events `request`, `run`, `step` of one endpoint, workflow or run, or of the whole workspace (then no `step`); `reset` when too much was missed.',
  tag: 'Live',
  role: 'viewer',
  query: z
    .strictObject({
      endpointId: id.optional(),
      workflowId: id.optional(),
      runId: id.optional(),
    })
    .refine((query) => Object.values(query).filter(Boolean).length <= 1, {
      error: 'Give endpointId, workflowId or runId, at most one of them.',
    }),
  responses: { 200: { description: 'The stream.', contentType: 'text/event-stream' } },
});

export const liveContracts = [liveContract];
