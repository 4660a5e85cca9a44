import type { Queryable } from './pool.ts';

const heartbeatMs = 5_000;
const staleSeconds = 20;

export type LiveNodeOptions = { db: Queryable; id: string; role: string };

/** Says that this process is up, and knows how many others are: limits are shared among them. */
export class LiveNode {
  readonly #options: LiveNodeOptions;
  #timer: NodeJS.Timeout | undefined;
  #beating: Promise<void> = Promise.resolve();
  #webNodes = 1;

  constructor(options: LiveNodeOptions) {
    this.#options = options;
  }

  /** Processes with a door, this one included; at most 5 s old. */
  get webNodes(): number {
    return this.#webNodes;
  }

  async start(): Promise<void> {
    await this.#beat();
    this.#timer = setInterval(() => {
      // A database that is away is somebody else's message; the next beat tries again.
      this.#beating = this.#beating.then(() => this.#beat()).catch(() => {});
    }, heartbeatMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beating;
    const { db, id } = this.#options;
    await db.query('DELETE FROM live_node WHERE id = $1', [id]).catch(() => {});
  }

  async #beat(): Promise<void> {
    const { db, id, role } = this.#options;
    const { rows } = await db.query<{ web: number }>(
      `WITH me AS (
         INSERT INTO live_node (id, role) VALUES ($1, $2)
         ON CONFLICT (id) DO UPDATE SET seen_at = now()
       )
       SELECT count(*) AS web FROM live_node
       WHERE id <> $1 AND role <> 'worker' AND seen_at > now() - make_interval(secs => $3)`,
      [id, role, staleSeconds],
    );
    this.#webNodes = Math.max(1, (rows[0]?.web ?? 0) + (role === 'worker' ? 0 : 1));
  }
}
