import type { Queryable } from './pool.ts';

/** Counts tries in fixed windows, in the database so that every node counts together. */
export class AttemptStore {
  readonly #db: Queryable;

  constructor(db: Queryable) {
    this.#db = db;
  }

  /** Counts one more try and answers how many there were in this window, this one included. */
  async hit(key: string, windowSeconds: number): Promise<number> {
    const found = await this.#db.query<{ count: number }>(
      `INSERT INTO attempt_limit AS a (key, count, window_started_at) VALUES ($1, 1, now())
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN a.window_started_at < now() - make_interval(secs => $2) THEN 1 ELSE a.count + 1 END,
         window_started_at = CASE WHEN a.window_started_at < now() - make_interval(secs => $2)
                             THEN now() ELSE a.window_started_at END
       RETURNING count`,
      [key, windowSeconds],
    );
    return found.rows[0]?.count ?? 1;
  }

  async clear(key: string): Promise<void> {
    await this.#db.query('DELETE FROM attempt_limit WHERE key = $1', [key]);
  }
}
