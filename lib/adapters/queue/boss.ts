import { type Job, type JobInsert, PgBoss } from 'pg-boss';
import type { Pool } from '#lib/adapters/db/pool.ts';
import type { Log } from '#lib/log.ts';
import { QueueSession } from './session.ts';

/** One piece of work: a request whose runs are to be decided, or a run to be taken up. */
export type WorkItem = { kind: 'request' | 'run'; ref: string };

/** `again`: another job already held these items once, so something of them may have happened. */
export type WorkData = { items: WorkItem[]; again?: boolean };
export type WorkJob = Job<WorkData>;
export type NewJob = Pick<
  JobInsert<WorkData>,
  'id' | 'data' | 'priority' | 'singletonKey' | 'startAfter'
>;

/** `work` is unordered; `ordered` runs one job per key, oldest first; `dead` holds what gave up. */
export type QueueName = 'work' | 'ordered' | 'dead';

type RunSql = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;

const day = 86_400;
const common = {
  retryLimit: 50,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  // The shortest that pg-boss takes; the worker touches its jobs every 3 s.
  heartbeatSeconds: 10,
  expireInSeconds: day,
  retentionSeconds: 400 * day,
  deleteAfterSeconds: 3600,
};

/**
 * pg-boss over the shared pool. Its upkeep runs on the pool as it comes; what the relay and the
 * worker call many times a second runs named, on a session that does not wait for the disk.
 */
export class JobQueue {
  readonly #boss: PgBoss;
  readonly #pool: Pool;
  readonly #session: QueueSession;

  constructor(pool: Pool, log: Log) {
    this.#pool = pool;
    this.#session = new QueueSession(pool);
    this.#boss = new PgBoss({
      db: { executeSql: (text, values) => pool.query(text, values) },
      schema: 'pgboss',
      schedule: false,
      registerInstance: false,
      superviseIntervalSeconds: 5,
      monitorIntervalSeconds: 5,
      maintenanceIntervalSeconds: 600,
      flowIntervalSeconds: day,
      bamIntervalSeconds: 600,
    });
    this.#boss.on('error', (cause) => log.warn('queue.error', { message: cause.message }));
    this.#boss.on('warning', ({ message }) => log.warn('queue.warning', { message }));
  }

  async start(): Promise<void> {
    await this.#boss.start({ attempts: 5 });
    await this.#boss.createQueue('dead', { ...common, retryLimit: 1000 });
    await this.#boss.createQueue('work', { ...common, deadLetter: 'dead' });
    await this.#boss.createQueue('ordered', {
      ...common,
      policy: 'key_strict_fifo',
      deadLetter: 'dead',
    });
  }

  /**
   * Where no other process can be alive: jobs that still count as taken were taken by one that died,
   * so they come again at once instead of when their heartbeat is missed.
   */
  async takeBackAll(): Promise<void> {
    for (const name of ['work', 'ordered', 'dead'] as const) {
      const { rows } = await this.#pool.query<{ id: string }>(
        `SELECT id FROM pgboss.job WHERE name = $1 AND state = 'active'`,
        [name],
      );
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) await this.#boss.fail(name, ids, { reason: 'The worker died.' });
    }
  }

  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: false, close: false });
    await this.#session.close();
  }

  async insert(queue: QueueName, jobs: NewJob[], run: RunSql): Promise<void> {
    if (jobs.length > 0) await this.#boss.insert(queue, jobs, { db: { executeSql: run as never } });
  }

  /** In the order of their ids, which is that of the outbox. */
  async fetch(queue: QueueName, batchSize: number): Promise<WorkJob[]> {
    const jobs = await this.#boss.fetch<WorkData>(queue, { batchSize, db: this.#fast });
    return jobs.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async complete(queue: QueueName, jobs: WorkJob[]): Promise<void> {
    await this.#boss.complete(queue, attempts(jobs), null, { db: this.#fast });
  }

  /** Comes again after a while, until its retries are used up. */
  async fail(queue: QueueName, job: WorkJob, reason: string): Promise<void> {
    await this.#boss.fail(queue, attempts([job]), { reason }, { db: this.#fast });
  }

  async touch(queue: QueueName, jobs: WorkJob[]): Promise<void> {
    await this.#boss.touch(queue, attempts(jobs), { db: this.#fast });
  }

  /** Ends the job and puts one job for each of `items` in its place, so that none can hold up another. */
  async split(queue: QueueName, job: WorkJob, items: readonly WorkItem[]): Promise<void> {
    const jobs = items.map((item) => ({ data: { items: [item], again: true } }));
    const client = await this.#pool.connect();
    const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
    try {
      await client.query('BEGIN');
      const { affected } = (await this.#boss.complete(queue, attempts([job]), null, { db })) as {
        affected?: number;
      };
      // Nothing affected: the job has lapsed and is another's already.
      if (affected) await this.#boss.insert(queue, jobs, { db });
      await client.query('COMMIT');
      client.release();
    } catch (cause) {
      client.release(true);
      throw cause;
    }
  }

  /** A failed job would block its key for ever. */
  async forgetSource(job: WorkJob): Promise<void> {
    const [dead] = await this.#boss.findJobs<WorkData>('dead', { id: job.id });
    const { sourceName, sourceId } = dead ?? {};
    if (sourceName && sourceId) await this.#boss.deleteJob(sourceName, sourceId);
  }

  get #fast() {
    return { executeSql: (text: string, values?: unknown[]) => this.#session.query(text, values) };
  }
}

const attempts = (jobs: readonly WorkJob[]) =>
  jobs.map(({ id, retryCount }) => ({ id, retryCount }));
