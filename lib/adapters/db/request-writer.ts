import { setTimeout as sleep } from 'node:timers/promises';
import { uuidTime } from '#lib/core/ids.ts';
import type { NewRequest, StoreOutcome } from '#lib/core/request/new-request.ts';
import type { Log } from '#lib/log.ts';
import { FlushConnection } from './flush-connection.ts';
import { GroupCommit } from './group-commit.ts';
import { ensureDay } from './partitions.ts';
import type { Pool } from './pool.ts';
import { type FlushItem, runFlush } from './request-flush.ts';

const dayMs = 86_400_000;
const maxItems = 512;
const maxBytes = 8 * 1_048_576;
const eagerItems = 16;
const firstPauseMs = 20;
const longestPauseMs = 500;
/** While a flush is under way, how often it is asked whose patience is over. */
const watchMs = 250;

export type RequestWriterOptions = {
  pool: Pool;
  /** This process's own: counters of two processes never meet. */
  shard: number;
  log: Log;
  /** Told after each commit, before anybody is answered. */
  onStored(requests: readonly NewRequest[]): void;
  /** How long a request may wait for its commit; then it is `unavailable`. */
  patienceMs?: number;
  /** Unix milliseconds. */
  now?(): number;
};

type Stored = StoreOutcome | { kind: 'unavailable' };
type Item = FlushItem & {
  settle(stored: Stored): void;
  /** After this (`performance.now()`) nobody waits for it any more. */
  deadline: number;
  /** Requests of the same flush with the same key: whatever the first comes to, they repeat it. */
  repeats: Item[];
};

/** Stores accepted requests: one statement and one commit for all that gathered (DESIGN §5). */
export class RequestWriter {
  readonly #options: RequestWriterOptions;
  readonly #connection: FlushConnection;
  readonly #group: GroupCommit<Item>;
  readonly #patienceMs: number;

  constructor(options: RequestWriterOptions) {
    this.#options = options;
    this.#patienceMs = options.patienceMs ?? 9_000;
    this.#connection = new FlushConnection(options.pool);
    this.#group = new GroupCommit<Item>({
      maxItems,
      maxBytes,
      eagerItems,
      bytesOf: ({ request }) => request.body.byteLength + request.headers.length,
      flush: (batch) => this.#flush(batch),
    });
  }

  /**
   * Resolves after the commit that holds the request, or to `unavailable` where none came in time:
   * then the request may still turn out stored, never the other way round.
   */
  store(request: NewRequest, startedAt: number): Promise<Stored> {
    return new Promise((resolve) => {
      this.#group.add({
        request,
        startedAt,
        settle: resolve,
        deadline: performance.now() + this.#patienceMs,
        repeats: [],
      });
    });
  }

  /** For shutdown, once no request can come any more. */
  async stop(): Promise<void> {
    await this.#group.drained();
    this.#connection.close();
  }

  async #flush(batch: Item[]): Promise<void> {
    const leaders = collapse(batch);
    const watch = setInterval(() => this.#dismiss(batch), watchMs);
    await this.#write(leaders, 0);
    clearInterval(watch);
  }

  /** Whoever waited too long is told to come again, whatever becomes of the flush. */
  #dismiss(batch: readonly Item[]): void {
    const now = performance.now();
    const late = (item: Item) => item.deadline <= now;
    for (const item of [...batch.filter(late), ...this.#group.takeBack(late)])
      item.settle({ kind: 'unavailable' });
  }

  /** Writes a batch; splits it where a request in it can't be stored, tries again where the database was in the way. */
  async #write(batch: Item[], attempt: number): Promise<void> {
    if (batch.length === 0) return;
    try {
      const { pending, stored } = attempt === 0 ? fresh(batch) : await this.#lookFor(batch);
      settleAll(stored, { kind: 'accepted' });
      if (pending.length > 0) await this.#commit(pending);
    } catch (cause) {
      await this.#recover(batch, { cause: cause as { code?: string; message: string }, attempt });
    }
  }

  async #commit(batch: Item[]): Promise<void> {
    const { shard, onStored, now = Date.now } = this.#options;
    const outcomes = await this.#connection.use((db) =>
      runFlush(db, batch, { shard, now: now(), clock: performance.now() }),
    );
    const stored = batch.filter(({ request }) => !outcomes.has(request.id));
    onStored(stored.map(({ request }) => request));
    for (const item of batch) settle(item, outcomes.get(item.request.id) ?? { kind: 'accepted' });
  }

  /** A flush whose connection broke may have been committed: those requests are there. */
  async #lookFor(batch: Item[]): Promise<{ pending: Item[]; stored: Item[] }> {
    const ids = batch.map(({ request }) => request.id);
    const found = await this.#connection.use((db) =>
      db.query<{ id: string }>('SELECT id FROM inbound_request WHERE id = ANY($1::uuid[])', [ids]),
    );
    const there = new Set(found.rows.map(({ id }) => id));
    const stored = batch.filter(({ request }) => there.has(request.id));
    if (stored.length > 0) this.#options.onStored(stored.map(({ request }) => request));
    return { pending: batch.filter(({ request }) => !there.has(request.id)), stored };
  }

  async #recover(
    batch: Item[],
    { cause, attempt }: { cause: { code?: string; message: string }; attempt: number },
  ): Promise<void> {
    const kind = faultKind(cause.code);
    if (kind === 'partition') await this.#makeDays(batch);
    if (kind === 'row' && attempt > 0) return this.#bisect(batch, cause);
    if (kind !== 'row') {
      this.#options.log.warn('door.flush_failed', { code: cause.code, message: cause.message });
    }
    const patient = stillWaiting(batch);
    if (kind === 'database') await sleep(Math.min(firstPauseMs * 2 ** attempt, longestPauseMs));
    await this.#write(patient, attempt + 1);
  }

  /** One request that PostgreSQL won't take must not cost the others theirs. */
  async #bisect(batch: Item[], cause: { code?: string; message: string }): Promise<void> {
    const [only] = batch;
    if (batch.length === 1 && only) {
      const { id, endpointId } = only.request;
      this.#options.log.error('door.not_storable', { id, endpointId, code: cause.code });
      settleAs(only, { kind: 'unavailable' });
      return;
    }
    const middle = batch.length >> 1;
    await this.#write(batch.slice(0, middle), 1);
    await this.#write(batch.slice(middle), 1);
  }

  async #makeDays(batch: Item[]): Promise<void> {
    const days = new Set(
      batch.map(({ request }) => Math.floor(uuidTime(request.id) / dayMs) * dayMs),
    );
    for (const day of days) await ensureDay(this.#options.pool, day).catch(() => {});
  }
}

type Fault = 'row' | 'partition' | 'database';

/** 22 and 23: something about a row. 23514: no partition for its day. All else: try again later. */
function faultKind(code: string | undefined): Fault {
  if (code === '23514') return 'partition';
  return code?.startsWith('22') || code?.startsWith('23') ? 'row' : 'database';
}

function fresh(batch: Item[]): { pending: Item[]; stored: Item[] } {
  return { pending: batch, stored: [] };
}

/** Repeats of a key within one flush go with the first; a statement may touch a key only once. */
function collapse(batch: Item[]): Item[] {
  const first = new Map<string, Item>();
  return batch.filter((item) => {
    const { dedupe, endpointId } = item.request;
    if (!dedupe) return true;
    const key = endpointId + dedupe.key.toString('latin1');
    const leader = first.get(key);
    if (leader) leader.repeats.push(item);
    else first.set(key, item);
    return !leader;
  });
}

function settleAll(items: Item[], outcome: StoreOutcome): void {
  for (const item of items) settle(item, outcome);
}

function settle(item: Item, outcome: StoreOutcome): void {
  const { id } = item.request;
  // The key names this very request: an earlier attempt claimed it and was committed after all.
  const own = outcome.kind === 'duplicate' && outcome.of === id;
  const settled: StoreOutcome = own ? { kind: 'accepted' } : outcome;
  item.settle(settled);
  const repeated: StoreOutcome =
    settled.kind === 'accepted' ? { kind: 'duplicate', of: id } : settled;
  for (const repeat of item.repeats) repeat.settle(repeated);
}

function settleAs(item: Item, stored: Stored): void {
  item.settle(stored);
  for (const repeat of item.repeats) repeat.settle(stored);
}

/** An attempt that failed is repeated only for those who still wait. */
function stillWaiting(batch: Item[]): Item[] {
  const now = performance.now();
  const [waiting, late]: [Item[], Item[]] = [[], []];
  for (const item of batch) (item.deadline > now ? waiting : late).push(item);
  for (const item of late) settleAs(item, { kind: 'unavailable' });
  return waiting;
}
