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
      /** As the header `Last-Event-ID`, for browsers that open a stream anew: they can't send it. */
      lastEventId: z
        .string()
        .regex(/^\d{1,15}$/, { error: 'Give the id of an event of this stream.' })
        .optional(),
    })
    .refine(({ lastEventId: _, ...topic }) => Object.values(topic).filter(Boolean).length <= 1, {
      error: 'Give endpointId, workflowId or runId, at most one of them.',
    }),
  responses: { 200: { description: 'The stream.', contentType: 'text/event-stream' } },
});

export const liveContracts = [liveContract];
