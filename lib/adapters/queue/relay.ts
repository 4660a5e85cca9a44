import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from '#lib/adapters/db/pool.ts';
import { uuidv7 } from '#lib/core/ids.ts';
import type { Log } from '#lib/log.ts';
import type { JobQueue, NewJob, QueueName, WorkItem } from './boss.ts';
import { QueueSession } from './session.ts';

export type OutboxRow = {
  id: number;
  kind: WorkItem['kind'];
  ref: string;
  workspace_id: string;
  priority: number;
  group_key: string | null;
};

export type RelayOptions = {
  pool: Pool;
  queue: JobQueue;
  log: Log;
  /** Whether the worker of this process has plenty to do. */
  isBusy(): boolean;
  /** Told which queues got jobs. */
  moved(queues: ReadonlySet<QueueName>): void;
};

const rowsAtOnce = 512;
export const itemsPerJob = 32;
const idleMs = 1_000;
/**
 * Each hand-over costs a few transactions, however many rows it moves. After a quiet moment it
 * happens at once; rows that come right behind it gather for a moment, for longer while the worker
 * of this process has plenty to do anyway.
 */
const gapMs = 12;
const busyGapMs = 25;

/**
 * Rows with a group go to one relay at a time, else two could hand over one group's rows in the
 * wrong order; whoever finds the lock taken leaves those rows to its holder, or to the next look.
 */
const take = `
DELETE FROM outbox WHERE id = ANY(ARRAY(
  SELECT id FROM outbox
  WHERE group_key IS NULL OR pg_try_advisory_xact_lock(4704871530021)
  ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED))
RETURNING id, kind, ref, workspace_id, priority, group_key`;

/**
 * Moves outbox rows into jobs: taken and inserted in one transaction, so each hand-over happens
 * exactly once, however many processes relay. Nudged by who wrote the rows, else looks each second.
 */
export class OutboxRelay {
  readonly #options: RelayOptions;
  readonly #session: QueueSession;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = true;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#session = new QueueSession(options.pool);
  }

  start(): void {
    this.#stopped = false;
    this.#timer = setInterval(() => this.nudge(), idleMs);
    this.nudge();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
    await this.#session.close();
  }

  /** Cheap, and never waits: rows written while one look is under way are found by the next. */
  nudge(): void {
    this.#again = true;
    if (this.#stopped || this.#running) return;
    this.#running = this.#drain().finally(() => {
      this.#running = undefined;
      if (this.#again) this.nudge();
    });
  }

  async #drain(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        const moved = await this.#move();
        if (moved === rowsAtOnce) this.#again = true;
        else if (moved > 0) await sleep(this.#options.isBusy() ? busyGapMs : gapMs);
      }
    } catch (cause) {
      this.#again = false;
      this.#options.log.warn('relay.failed', { message: (cause as Error).message });
    }
  }

  async #move(): Promise<number> {
    const { queue, moved } = this.#options;
    let jobs = toJobs([], 0);
    const count = await this.#session.transaction(async (run) => {
      const rows = (await run(take, [rowsAtOnce])).rows as OutboxRow[];
      jobs = toJobs(rows, Date.now());
      await queue.insert('work', jobs.work, run);
      await queue.insert('ordered', jobs.ordered, run);
      return rows.length;
    });
    const queues = new Set<QueueName>();
    if (jobs.work.length > 0) queues.add('work');
    if (jobs.ordered.length > 0) queues.add('ordered');
    if (queues.size > 0) moved(queues);
    return count;
  }
}

/**
 * Rows without a group share jobs by workspace and priority; a row with a group gets its own. Jobs
 * made in the same instant keep the order of their rows: their ids rise, and so do the moments from
 * which they may start, which is how pg-boss's index breaks the tie.
 */
export function toJobs(
  rows: readonly OutboxRow[],
  now: number,
): { work: NewJob[]; ordered: NewJob[] } {
  const sorted = rows.toSorted((a, b) => a.id - b.id);
  const ordered: NewJob[] = [];
  const batches = new Map<string, OutboxRow[]>();
  for (const row of sorted) {
    const { id, kind, ref, workspace_id, priority, group_key } = row;
    if (group_key !== null) {
      const data = { items: [{ kind, ref }] };
      ordered.push({ id: risingId(now, id), data, priority, singletonKey: group_key });
      continue;
    }
    const key = `${workspace_id} ${priority}`;
    const batch = batches.get(key);
    if (batch) batch.push(row);
    else batches.set(key, [row]);
  }
  const parts = [...batches.values()].flatMap(chunks).sort((a, b) => firstId(a) - firstId(b));
  const work = parts.map((part, at) => ({
    id: risingId(now, firstId(part)),
    data: { items: part.map(({ kind, ref }) => ({ kind, ref })) },
    priority: part[0]?.priority ?? 0,
    startAfter: `${at - parts.length} microseconds`,
  }));
  return { work, ordered };
}

const firstId = (part: readonly OutboxRow[]) => part[0]?.id ?? 0;

function chunks(rows: readonly OutboxRow[]): OutboxRow[][] {
  const parts: OutboxRow[][] = [];
  for (let at = 0; at < rows.length; at += itemsPerJob)
    parts.push(rows.slice(at, at + itemsPerJob));
  return parts;
}

function risingId(now: number, rowId: number): string {
  const tail = new Uint8Array(10);
  new DataView(tail.buffer).setBigUint64(2, BigInt(rowId));
  return uuidv7(now, tail);
}
