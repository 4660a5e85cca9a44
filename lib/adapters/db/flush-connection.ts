import type { Pool, PoolClient, Queryable } from './pool.ts';

const statementMs = 8_000;

/**
 * One connection of the pool, held by a writer so that it never queues behind anybody, and its
 * statements are prepared once. A statement without an answer in 8 s, or a failure of the
 * connection, gives it up; the next use opens another.
 */
export class FlushConnection {
  readonly #pool: Pool;
  #client: PoolClient | undefined;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async use<T>(work: (db: Queryable) => Promise<T>): Promise<T> {
    const client = await this.#open();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.#giveUp(client);
        reject(Object.assign(new Error('The database did not answer in 8 s.'), { code: 'late' }));
      }, statementMs);
    });
    try {
      return await Promise.race([work(client), late]);
    } catch (cause) {
      if (!isStatementFault(cause)) this.#giveUp(client);
      throw cause;
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    this.#client?.release();
    this.#client = undefined;
  }

  async #open(): Promise<PoolClient> {
    if (this.#client) return this.#client;
    const client = await this.#pool.connect();
    client.on('error', () => this.#giveUp(client));
    // Arrays as parameters give the planner nothing to learn: don't plan each flush anew.
    await client.query('SET plan_cache_mode = force_generic_plan');
    this.#client = client;
    return client;
  }

  #giveUp(client: PoolClient): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    client.release(true);
  }
}

/** PostgreSQL answered with an error about the statement: the connection itself is well. */
function isStatementFault(cause: unknown): boolean {
  const { code, severity } = cause as { code?: string; severity?: string };
  return severity === 'ERROR' && code !== undefined && !code.startsWith('57P');
}
