import type { Pool, PoolClient, Queryable } from './pool.ts';

const patienceMs = 8_000;

/**
 * One connection of the pool, held by a writer so that it never queues behind anybody, and its
 * statements are prepared once. Work without an end in 8 s, or a failure of the connection, gives
 * it up; the next use opens another. One piece of work at a time.
 */
export class FlushConnection {
  readonly #pool: Pool;
  #client: PoolClient | undefined;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async use<T>(work: (db: Queryable) => Promise<T>): Promise<T> {
    const attempt = { over: false };
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(Object.assign(new Error('The database did not answer.'), { code: 'late' })),
        patienceMs,
      );
    });
    try {
      return await Promise.race([this.#open(attempt).then(work), late]);
    } catch (cause) {
      attempt.over = true;
      if (!isStatementFault(cause)) this.close(true);
      throw cause;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Gives the connection back, or, where it can't be trusted any more, ends it. */
  close(broken = false): void {
    const client = this.#client;
    this.#client = undefined;
    client?.release(broken);
  }

  async #open(attempt: { over: boolean }): Promise<PoolClient> {
    if (this.#client) return this.#client;
    const client = await this.#pool.connect();
    // It came after its caller had given up.
    if (attempt.over) {
      client.release();
      throw new Error('The connection came too late.');
    }
    client.on('error', () => {
      if (this.#client === client) this.close(true);
    });
    this.#client = client;
    // Arrays as parameters give the planner nothing to learn: don't plan each flush anew.
    await client.query('SET plan_cache_mode = force_generic_plan');
    return client;
  }
}

/** PostgreSQL answered with an error about the statement: the connection itself is well. */
function isStatementFault(cause: unknown): boolean {
  const { code, severity } = cause as { code?: string; severity?: string };
  return severity === 'ERROR' && code !== undefined && !code.startsWith('57P');
}
