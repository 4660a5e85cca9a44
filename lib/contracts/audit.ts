import { z } from 'zod';
import { id, moment, page, pageQuery, time } from './common.ts';
import { contract } from './contract.ts';

export const auditEvent = z
  .object({
    id,
    at: time,
    actor: z.object({
      type: z.enum(['user', 'token', 'system']),
      id: z.string().nullable(),
      label: z.string(),
    }),
    action: z.string(),
    target: z.object({ type: z.string(), id: z.string(), label: z.string().optional() }).nullable(),
    detail: z.record(z.string(), z.json()).nullable(),
    ip: z.string().nullable(),
  })
  .meta({ id: 'AuditEvent' });

export const listAuditContract = contract({
  method: 'GET',
  path: '/api/v1/audit',
  summary: 'The security log: sign-ins, refusals, changes',
  tag: 'Audit',
  role: 'owner',
  query: pageQuery.extend({
    action: z
      .string()
      .max(100)
      .optional()
      .describe('One action, or a group such as token.* for all of its kind'),
    actorId: z.string().max(100).optional(),
    since: moment.optional(),
    until: moment.optional(),
  }),
  responses: { 200: { description: 'Newest first', schema: page(auditEvent) } },
});

export const auditContracts = [listAuditContract];
