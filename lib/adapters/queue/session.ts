import { createHash } from 'node:crypto';
import type { Pool, PoolClient, Queryable } from '#lib/adapters/db/pool.ts';

type Rows = { rows: unknown[] };

/**
 * One connection of the pool, kept, on which a commit does not wait for the disk: a hand-over that
 * is lost in a crash is only undone, and whatever synchronous commit follows it makes it durable
 * too. Statements on it are named, so that pg-boss's long ones are planned once.
 */
export class QueueSession {
  readonly #pool: Pool;
  readonly #names = new Map<string, string>();
  #client: Promise<PoolClient> | undefined;
  #lock: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** One statement, outside any transaction. */
  query(text: string, values: unknown[] = []): Promise<Rows> {
    return this.#alone((client) => this.#named(client, text, values));
  }

  /** `work` has the connection to itself. */
  transaction<T>(work: (run: (text: string, values?: unknown[]) => Promise<Rows>) => Promise<T>) {
    return this.#alone(async (client) => {
      await client.query('BEGIN');
      const value = await work((text, values = []) => this.#named(client, text, values));
      await client.query('COMMIT');
      return value;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#lock.catch(() => {});
    const client = await this.#client?.catch(() => undefined);
    this.#client = undefined;
    client?.release(true);
  }

  /** Any failure gives the connection up: a new one has no transaction left open. */
  #alone<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const turn = this.#lock.then(async () => {
      const client = await this.#connected();
      try {
        return await work(client);
      } catch (cause) {
        this.#client = undefined;
        client.release(true);
        throw cause;
      }
    });
    this.#lock = turn.catch(() => {});
    return turn;
  }

  #connected(): Promise<PoolClient> {
    if (this.#closed) return Promise.reject(new Error('The queue is closed.'));
    this.#client ??= open(this.#pool).catch((cause) => {
      this.#client = undefined;
      throw cause;
    });
    return this.#client;
  }

  #named(client: Queryable, text: string, values: unknown[]): Promise<Rows> {
    let name = this.#names.get(text);
    if (!name) {
      name = `queue_${createHash('sha256').update(text).digest('hex').slice(0, 20)}`;
      this.#names.set(text, name);
    }
    return client.query({ name, text, values });
  }
}

async function open(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  try {
    await client.query('SET synchronous_commit = off; SET plan_cache_mode = force_generic_plan');
    return client;
  } catch (cause) {
    client.release(true);
    throw cause;
  }
}
