import pg from 'pg';
import type { PoolConfig } from '#lib/adapters/db/pool.ts';

/** `busy`: it is there, but starting, recovering or stopping. */
export type Presence = 'ready' | 'busy' | 'absent';

const absent = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'];
/** Cannot connect now; too many connections; being shut down. */
const busy = ['57P03', '53300', '57P01', '57P02'];

export async function presence(config: PoolConfig): Promise<Presence> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 3_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return 'ready';
  } catch (cause) {
    const { code, message } = cause as { code?: string; message: string };
    if (code && absent.includes(code)) return 'absent';
    if (code && busy.includes(code)) return 'busy';
    // What pg says, without a code, when the other side hangs up in the middle.
    if (/terminated|timeout/i.test(message)) return 'busy';
    throw cause;
  } finally {
    await client.end().catch(() => {});
  }
}

export async function ensureDatabase(config: PoolConfig, name: string): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (cause) {
    // Another start was quicker.
    if (!['42P04', '23505'].includes((cause as { code?: string }).code ?? '')) throw cause;
  } finally {
    await client.end();
  }
}
