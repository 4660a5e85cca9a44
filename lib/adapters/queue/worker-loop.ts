import type { Log } from '#lib/log.ts';
import type { JobQueue, QueueName, WorkItem, WorkJob } from './boss.ts';
import { itemsPerJob } from './relay.ts';

export type WorkerOptions = {
  queue: Pick<JobQueue, 'fetch' | 'complete' | 'fail' | 'touch' | 'split' | 'forgetSource'>;
  log: Log;
  /** Items that may be taken now. */
  capacity(): number;
  /** Runs the items; `retry` are those that have to come again. Rejects only if none was looked at. */
  work(items: readonly WorkItem[], again: boolean): Promise<{ retry: WorkItem[] }>;
  /** These gave up: their runs end as failed. */
  bury(items: readonly WorkItem[]): Promise<void>;
};

type Held = { queue: QueueName; job: WorkJob };

const queues: readonly QueueName[] = ['work', 'ordered', 'dead'];
const idleMs = 1_000;
const touchMs = 3_000;
const mostJobs = 4;

/** Fetches jobs as there is room, keeps them alive, and settles them. One per process. */
export class WorkerLoop {
  readonly #options: WorkerOptions;
  readonly #held = new Map<string, Held>();
  readonly #nudged = new Set<QueueName>();
  #done: Held[] = [];
  #completing: Promise<void> | undefined;
  #wake: (() => void) | undefined;
  #timers: NodeJS.Timeout[] = [];
  #loop: Promise<void> | undefined;
  #stopped = false;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timers = [
      setInterval(() => this.nudge(queues), idleMs),
      setInterval(() => void this.#touch(), touchMs),
    ];
    this.nudge(queues);
    this.#loop = this.#run();
  }

  nudge(names: Iterable<QueueName>): void {
    for (const name of names) this.#nudged.add(name);
    this.#wake?.();
  }

  /** An item ended: there may be room. */
  room(): void {
    this.#wake?.();
  }

  /** Takes nothing more; resolves when every job in hand is settled. Jobs stay alive until then. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake?.();
    await this.#loop;
    while (this.#held.size > 0) await this.#sleep();
    for (const timer of this.#timers) clearInterval(timer);
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const found = await this.#fetchAll();
      // A nudge that came during the last fetch found nobody asleep.
      const missed = this.#nudged.size > 0 && this.#options.capacity() > 0;
      if (!found && !missed && !this.#stopped) await this.#sleep();
    }
  }

  async #sleep(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#wake = undefined;
  }

  async #fetchAll(): Promise<boolean> {
    let found = false;
    for (const name of queues) {
      if (!this.#nudged.has(name) || this.#options.capacity() <= 0) continue;
      this.#nudged.delete(name);
      const jobs = await this.#fetch(name);
      // There may be more: look again, once there is room.
      if (jobs.length > 0) this.#nudged.add(name);
      for (const job of jobs) this.#take(name, job);
      found ||= jobs.length > 0;
    }
    return found;
  }

  async #fetch(name: QueueName): Promise<WorkJob[]> {
    const { queue, capacity, log } = this.#options;
    const size = Math.min(mostJobs, Math.max(1, Math.floor(capacity() / itemsPerJob)));
    try {
      return await queue.fetch(name, size);
    } catch (cause) {
      log.warn('worker.fetch_failed', { message: (cause as Error).message });
      return [];
    }
  }

  #take(queue: QueueName, job: WorkJob): void {
    const key = `${job.id}:${job.retryCount}`;
    this.#held.set(key, { queue, job });
    void this.#settle({ queue, job })
      .catch((cause: Error) =>
        // Nothing is lost: untouched, the job lapses and comes again.
        this.#options.log.warn('worker.settle_failed', { message: cause.message }),
      )
      .finally(() => {
        this.#held.delete(key);
        this.#wake?.();
      });
  }

  async #settle(held: Held): Promise<void> {
    const { queue: name, job } = held;
    const { items } = job.data;
    if (name === 'dead') return this.#bury(held);
    if (job.retryCount > 0 && items.length > 1) return this.#options.queue.split(name, job, items);
    const again = job.retryCount > 0 || job.data.again === true;
    const { retry } = await this.#options.work(items, again).catch((cause: Error) => {
      this.#options.log.warn('worker.job_failed', { message: cause.message });
      return { retry: items };
    });
    if (retry.length === 0) return this.#complete(held);
    if (items.length > 1) return this.#options.queue.split(name, job, retry);
    return this.#options.queue.fail(name, job, 'The item has to come again.');
  }

  async #bury(held: Held): Promise<void> {
    const { queue, bury } = this.#options;
    await bury(held.job.data.items);
    await queue.forgetSource(held.job);
    await this.#complete(held);
  }

  /** Jobs that end while one settlement is in flight share the next. */
  #complete(held: Held): Promise<void> {
    this.#done.push(held);
    this.#completing ??= this.#completeAll().finally(() => {
      this.#completing = undefined;
      this.#wake?.();
    });
    return this.#completing;
  }

  async #completeAll(): Promise<void> {
    while (this.#done.length > 0) {
      const done = this.#done;
      this.#done = [];
      for (const name of queues) {
        const jobs = done.filter(({ queue }) => queue === name).map(({ job }) => job);
        if (jobs.length > 0) await this.#options.queue.complete(name, jobs);
        // The next job of a key may start now.
        if (jobs.length > 0 && name === 'ordered') this.nudge(['ordered']);
      }
    }
  }

  async #touch(): Promise<void> {
    for (const name of queues) {
      const jobs = [...this.#held.values()].filter(({ queue }) => queue === name);
      if (jobs.length === 0) continue;
      await this.#options.queue
        .touch(
          name,
          jobs.map(({ job }) => job),
        )
        .catch((cause: Error) =>
          this.#options.log.warn('worker.touch_failed', { message: cause.message }),
        );
    }
  }
}
