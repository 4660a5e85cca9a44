import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { PoolConfig } from '#lib/adapters/db/pool.ts';

/** Any constant will do; this is "hook". */
const lockKey = 0x686f6f6b;
/** A killed process's connection is noticed by PostgreSQL within moments. */
const patienceMs = 3_000;
const label = 'hookline instance ';

/**
 * Who holds this is the one Hookline on this data. A session lock on a connection of its own: it
 * ends with its process, however that ends, which no file can promise.
 */
export class InstanceLock {
  readonly #client: pg.Client;
  #released = false;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  /** The holder's process id (0 where unknown) when another one has it. `onLost`: the connection broke. */
  static async take(
    config: PoolConfig,
    onLost: () => void,
  ): Promise<{ lock: InstanceLock } | { holder: number }> {
    const client = new pg.Client({
      ...config,
      keepAlive: true,
      application_name: `${label}${process.pid}`,
    });
    const lock = new InstanceLock(client);
    let held = false;
    const lost = () => {
      if (!held || lock.#released) return;
      held = false;
      onLost();
    };
    client.on('error', lost);
    client.on('end', lost);
    await client.connect();
    const deadline = Date.now() + patienceMs;
    while (!(await tryLock(client))) {
      if (Date.now() > deadline) {
        const holder = await holderOf(client);
        await client.end();
        return { holder };
      }
      await sleep(100);
    }
    held = true;
    return { lock };
  }

  async release(): Promise<void> {
    this.#released = true;
    await this.#client.end().catch(() => {});
  }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [
    lockKey,
  ]);
  return rows[0]?.got === true;
}

async function holderOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ application_name: string }>(
    `SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND classid = 0 AND objid = $1 AND granted`,
    [lockKey],
  );
  return Number(rows[0]?.application_name.slice(label.length)) || 0;
}
