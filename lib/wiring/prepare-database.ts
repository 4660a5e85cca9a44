import { migrate } from '#lib/adapters/db/migrate.ts';
import { ensurePartitions } from '#lib/adapters/db/partitions.ts';
import { createPool, type PoolConfig } from '#lib/adapters/db/pool.ts';

/** The schema of this release and the days that are about to come. `folder` is `prisma/`. */
export async function prepareDatabase(database: PoolConfig, folder: string): Promise<void> {
  await migrate(database, folder);
  const pool = createPool({ ...database, max: 1 });
  try {
    await ensurePartitions(pool, Date.now());
  } finally {
    await pool.end();
  }
}
