import type { SideRequest } from '#lib/core/request/new-request.ts';
import type { Log } from '#lib/log.ts';
import type { Count, Counted } from './counters.ts';
import { FlushConnection } from './flush-connection.ts';
import { GroupCommit } from './group-commit.ts';
import { ensurePartitions } from './partitions.ts';
import type { Pool } from './pool.ts';
import { runRefusedFlush } from './refused-flush.ts';

export type RefusedWriterOptions = {
  pool: Pool;
  shard: number;
  log: Log;
  now(): number;
  /** Told after each commit that holds rows. */
  onStored(requests: readonly SideRequest[]): void;
};

type Waiting = {
  count: Count;
  /** Null beyond the cap. */
  row: SideRequest | null;
  deadline: number;
  done(stored: boolean): void;
};

/** In a flood the rest is only counted; the numbers stay true. */
const perEndpointAndSecond = 20;
const perSecond = 200;
const maxWaiting = 20_000;
const headBytes = 65_536;
const patienceMs = 9_000;
const watchMs = 250;
const maxAttempts = 3;

/**
 * Stores what starts nothing (refused requests, duplicates, handshakes) behind the accepted ones, up
 * to a cap; beyond it they are counted per reason and minute.
 */
export class RefusedWriter {
  readonly #options: RefusedWriterOptions;
  readonly #connection: FlushConnection;
  readonly #group: GroupCommit<Waiting>;
  #second = 0;
  #total = 0;
  readonly #ofEndpoint = new Map<string, number>();

  constructor(options: RefusedWriterOptions) {
    this.#options = options;
    this.#connection = new FlushConnection(options.pool);
    this.#group = new GroupCommit<Waiting>({
      maxItems: 1_000,
      maxBytes: 8 * 1_048_576,
      bytesOf: ({ row }) => row?.body.byteLength ?? 0,
      flush: (batch) => this.#flush(batch),
    });
  }

  /** Resolves to whether it is on disk: as a row, or beyond the cap in the count. */
  record(request: SideRequest): Promise<boolean> {
    const row = this.#mayStore(request.endpointId) ? headOf(request) : null;
    return this.#add(request, row);
  }

  /** For what must not be kept at all, such as requests to a deleted endpoint. */
  count(request: SideRequest): void {
    void this.#add(request, null);
  }

  /** For shutdown, once no request can come any more. */
  async stop(): Promise<void> {
    await this.#group.drained();
    this.#connection.close();
  }

  #add(request: SideRequest, row: SideRequest | null): Promise<boolean> {
    if (this.#group.waiting >= maxWaiting) return Promise.resolve(false);
    const deadline = performance.now() + patienceMs;
    return new Promise((done) => this.#group.add({ count: countOf(request), row, deadline, done }));
  }

  #mayStore(endpointId: string): boolean {
    const second = Math.floor(this.#options.now() / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#total = 0;
      this.#ofEndpoint.clear();
    }
    const mine = this.#ofEndpoint.get(endpointId) ?? 0;
    if (mine >= perEndpointAndSecond || this.#total >= perSecond) return false;
    this.#ofEndpoint.set(endpointId, mine + 1);
    this.#total += 1;
    return true;
  }

  async #flush(batch: Waiting[]): Promise<void> {
    const watch = setInterval(() => this.#dismiss(batch), watchMs);
    await this.#write(batch, 1);
    clearInterval(watch);
  }

  #dismiss(batch: readonly Waiting[]): void {
    const now = performance.now();
    for (const item of batch) if (item.deadline <= now) item.done(false);
  }

  async #write(batch: Waiting[], attempt: number): Promise<void> {
    const { shard, log, onStored } = this.#options;
    const rows = batch.flatMap(({ row }) => row ?? []);
    const counts = batch.map(({ count }) => count);
    try {
      await this.#connection.use((db) => runRefusedFlush(db, { rows, counts, shard }));
    } catch (cause) {
      const { code, message } = cause as Error & { code?: string };
      log.warn('door.refused_not_stored', { code, message, attempt });
      return this.#recover(batch, { code, attempt });
    }
    if (rows.length > 0) onStored(rows);
    settle(batch, true);
  }

  /** A statement that failed wrote nothing. One whose answer was lost may be counted twice: rarely, and never less. */
  async #recover(
    batch: Waiting[],
    { code, attempt }: { code: string | undefined; attempt: number },
  ): Promise<void> {
    const { pool, now } = this.#options;
    // All or nothing was written: a row that is there means that an answer got lost.
    if (code === '23505' && attempt > 1) return settle(batch, true);
    if (code === '23514') await ensurePartitions(pool, now()).catch(() => {});
    else if (/^2[23]/.test(code ?? '')) return this.#halve(batch, attempt);
    if (attempt < maxAttempts) return this.#write(batch, attempt + 1);
    settle(batch, false);
  }

  /** A row that PostgreSQL won't take is only counted. */
  async #halve(batch: Waiting[], attempt: number): Promise<void> {
    const middle = batch.length >> 1;
    if (middle > 0) {
      await this.#write(batch.slice(0, middle), attempt);
      return this.#write(batch.slice(middle), attempt);
    }
    const counted = batch.map((item) => ({ ...item, row: null }));
    if (batch.some(({ row }) => row !== null)) return this.#write(counted, maxAttempts);
    settle(batch, false);
  }
}

function settle(batch: readonly Waiting[], stored: boolean): void {
  for (const { done } of batch) done(stored);
}

function headOf(request: SideRequest): SideRequest {
  if (request.body.byteLength <= headBytes) return request;
  return { ...request, body: request.body.subarray(0, headBytes) };
}

function countOf({ endpointId, receivedAt, verdict, reason }: SideRequest): Count {
  const what: Counted = verdict === 'rejected' ? `rejected:${reason}` : verdict;
  return { endpointId, at: receivedAt, what, n: 1 };
}
