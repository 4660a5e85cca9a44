import type { z } from 'zod';
import type { connection, connectionUsageContract } from '#lib/contracts/connections.ts';

export type Connection = z.output<typeof connection>;
export type ConnectionUsage = z.output<
  (typeof connectionUsageContract)['responses'][200]['schema']
>['items'][number];

export const connectionKinds = ['bearer', 'basic', 'header', 'query'] as const;
export type ConnectionKind = (typeof connectionKinds)[number];
