import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startRefusal } from '#lib/core/start-refusal.ts';
import type { PoolConfig } from './pool.ts';

/** Any constant; this is "migr". Nodes that start together wait for the first. */
const lockKey = 0x6d696772;

type Migration = { name: string; sql: string };
type Applied = { migration_name: string; finished_at: Date | null };

/**
 * Brings the database to the schema of this release, with Prisma's bookkeeping. `folder` holds
 * `schema.prisma` and `migrations/`. Answers the names it applied. Throws a start refusal when the
 * database is ahead of this release or an earlier attempt broke off.
 */
export async function migrate(database: PoolConfig, folder: string): Promise<string[]> {
  const known = readMigrations(join(folder, 'migrations'));
  const client = new pg.Client(database);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    const applied = await readApplied(client);
    refuseBroken(applied);
    refuseNewer(applied, known);
    const missing = known.filter(({ name }) => !applied.some((row) => row.migration_name === name));
    // The engine is large: it is loaded only when there is something to do.
    if (missing.length > 0) await apply(database, folder, known);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function readApplied(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
  );
  if (!rows[0]?.there) return [];
  const found = await client.query<Applied>(
    'SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  return found.rows;
}

function refuseBroken(applied: Applied[]): void {
  const broken = applied.find((row) => row.finished_at === null);
  if (!broken) return;
  throw startRefusal(
    `An earlier start broke off while it changed the database (${broken.migration_name}): restore your backup, or delete that row from _prisma_migrations if the change was undone.`,
  );
}

function refuseNewer(applied: Applied[], known: Migration[]): void {
  const newer = applied.find((row) => !known.some(({ name }) => name === row.migration_name));
  if (!newer) return;
  throw startRefusal(
    `The database was changed by a newer Hookline (${newer.migration_name}): start that release, or restore a backup from before the update.`,
  );
}

async function apply(database: PoolConfig, folder: string, known: Migration[]): Promise<void> {
  const { openSchemaEngine } = await import('./schema-engine.ts');
  const engine = await openSchemaEngine(
    database,
    readFileSync(join(folder, 'schema.prisma'), 'utf8'),
  );
  try {
    await engine.applyMigrations({
      migrationsList: {
        baseDir: join(folder, 'migrations'),
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: known.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
  } finally {
    engine.free();
  }
}
