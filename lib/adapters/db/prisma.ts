import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './generated/client.ts';
import type { Pool } from './pool.ts';

export type Database = PrismaClient;
/** The client, or one inside `$transaction`: whatever a query runs on. */
export type DatabaseClient = Prisma.TransactionClient;

/** Prisma over the shared pool. The pool outlives it: whoever made the pool ends it. */
export function createDatabase(pool: Pool): Database {
  return new PrismaClient({ adapter: new PrismaPg(pool) });
}
