import { z } from 'zod';
import { jsonValue } from '#lib/core/graph/document.ts';
import { contract } from './contract.ts';

const tag = 'Catalog';
const list = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), nextCursor: z.null() });

export const nodeCatalogContract = contract({
  method: 'GET',
  path: '/api/v1/catalog/nodes',
  summary: 'The node types with the JSON Schema of their settings.',
  tag,
  role: 'viewer',
  responses: {
    200: {
      description: 'All of them, in the palette’s order.',
      schema: list(
        z.object({
          type: z.string(),
          kind: z.enum(['trigger', 'filter', 'action']),
          label: z.string(),
          help: z.string(),
          icon: z.string(),
          inputs: z.array(z.string()),
          /** Of the defaults: some settings add ports. */
          outputs: z.array(z.string()),
          effect: z.boolean(),
          defaultAttempts: z.int(),
          defaults: z.record(z.string(), jsonValue),
          settings: z.record(z.string(), jsonValue),
        }),
      ),
    },
  },
});

export const providerCatalogContract = contract({
  method: 'GET',
  path: '/api/v1/catalog/providers',
  summary: 'The senders whose signatures, events and handshakes are known.',
  tag,
  role: 'viewer',
  responses: {
    200: {
      description: 'All of them, in the picker’s order.',
      schema: list(
        z.object({
          id: z.string(),
          label: z.string(),
          initials: z.string(),
          tint: z.string(),
          setUp: z.object({ url: z.string(), secret: z.string() }),
          secret: z.object({ madeBy: z.string(), format: z.string(), placeholder: z.string() }),
          verification: jsonValue,
          coversBody: z.boolean(),
          event: z.object({
            type: z.array(z.string()),
            action: z.string().nullable(),
            id: z.array(z.string()),
            hasConfirmedId: z.boolean(),
          }),
          handshake: z.boolean(),
          answer: z.object({ expected: z.string(), withinSeconds: z.number().nullable() }),
          notes: z.array(z.string()),
        }),
      ),
    },
  },
});

export const catalogContracts = [nodeCatalogContract, providerCatalogContract];
