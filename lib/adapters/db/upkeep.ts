import pg from 'pg';
import type { Log } from '#lib/log.ts';
import { dayMs, ensurePartitions } from './partitions.ts';
import type { PoolConfig } from './pool.ts';
import { dropOldDays } from './retention.ts';
import { deleteExpiredDedupeKeys, forgetStale, tidyCounts } from './tidy.ts';

/** Any constant; this is "tidy". Of many nodes one does the work. */
const lockKey = 0x74696479;
const everyMs = 3_600_000;
const lockTimeout = '2s';

export type UpkeepOptions = { database: PoolConfig; retentionDays: number; log: Log };

/**
 * Days made ahead and old ones dropped, expired rows removed: at the start and every hour, on a
 * connection of its own so that it never holds one of the pool's.
 */
export class Upkeep {
  readonly #options: UpkeepOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(options: UpkeepOptions) {
    this.#options = options;
  }

  start(): void {
    this.#schedule();
    this.#timer = setInterval(() => this.#schedule(), everyMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Everything that is due at `nowMs`. Does nothing where another node is at it. */
  async run(nowMs: number): Promise<void> {
    const client = new pg.Client({
      ...this.#options.database,
      application_name: 'hookline upkeep',
    });
    client.on('error', () => {});
    await client.connect();
    try {
      const { rows } = await client.query<{ got: boolean }>(
        'SELECT pg_try_advisory_lock($1) AS got',
        [lockKey],
      );
      if (rows[0]?.got) await this.#tidy(client, nowMs);
    } finally {
      await client.end();
    }
  }

  #schedule(): void {
    this.#running = this.#running
      .then(() => this.run(Date.now()))
      .catch((cause: Error) => this.#options.log.warn('upkeep.failed', { message: cause.message }));
  }

  async #tidy(client: pg.Client, nowMs: number): Promise<void> {
    const { retentionDays, log } = this.#options;
    await client.query(`SET lock_timeout = '${lockTimeout}'`);
    await ensurePartitions(client, nowMs);
    const today = Math.floor(nowMs / dayMs) * dayMs;
    const before = today - retentionDays * dayMs;
    const days = await dropOldDays(client, before);
    const dedupeKeys = await deleteExpiredDedupeKeys(client, nowMs);
    await tidyCounts(client, { nowMs, before });
    await forgetStale(client, nowMs);
    if (days.length > 0) log.info('upkeep.days_dropped', { days, dedupeKeys });
  }
}
