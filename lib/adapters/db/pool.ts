import pg from 'pg';

export type Pool = pg.Pool;
export type PoolClient = pg.PoolClient;
export type PoolConfig = pg.PoolConfig;
/** A pool or a client inside a transaction: whatever runs one statement. */
export type Queryable = Pick<pg.Pool | pg.ClientBase, 'query'>;

const int8 = 20;

/**
 * The one pool of a process. Prisma's adapter, pg-boss and our own prepared statements share it.
 * int8 arrives as a number: our counters stay far below 2^53.
 */
export function createPool(config: PoolConfig): Pool {
  const pool = new pg.Pool({
    max: 16,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    ...config,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === int8 && format !== 'binary'
          ? Number
          : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  });
  // The pool listens to a client only while it is idle. One that breaks while it is lent, between
  // two statements, would end the process; its next statement fails, and the pool drops it then.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Runs `work` in one transaction; rolls back on any throw and throws it on. */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const value = await work(client);
    await client.query('COMMIT');
    return value;
  } catch (cause) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw cause;
  } finally {
    client.release(broken);
  }
}
