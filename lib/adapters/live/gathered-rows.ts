import type { LiveRunRow } from '#lib/adapters/db/live-store.ts';
import type { CapturedRequest } from '#lib/core/request/inbound-request.ts';
import type { Log } from '#lib/log.ts';
import type { Notice } from './notifications.ts';

export type RunNotice = Extract<Notice, { kind: 'run' }>;

export type GatheredRowsDeps = {
  store: {
    requests(ids: string[]): Promise<CapturedRequest[]>;
    runs(ids: string[]): Promise<LiveRunRow[]>;
  };
  /** `at` is from before the read: a change after that is read again by whoever goes on from it. */
  onRequest(at: number, row: CapturedRequest): void;
  onRun(at: number, row: LiveRunRow): void;
  /** A short run's row is written when it ends: until then the notice is all there is. */
  onUnwritten(at: number, notice: RunNotice): void;
  /** More came than anybody would read. */
  onFlood(): void;
  isWatched(): boolean;
  log: Log;
  now(): number;
};

/** Ids gather so long before their rows are read in one go. */
const gatherMs = 100;
const maxGathered = 2_000;
/**
 * Nobody tells when a request is decided: that would be a NOTIFY for each. One that still waits is
 * read again so long after, and when one of its runs ends.
 */
const lookAgainMs = [500, 2_000, 10_000];
const maxLooks = 5_000;

/** Reads the rows that notices name: by id, many at a time, only what somebody watches. */
export class GatheredRows {
  readonly #deps: GatheredRowsDeps;
  /** Requests that waited when they were last read: how often they were read again. */
  readonly #looks = new Map<string, number>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #requests = new Set<string>();
  #runs = new Map<string, RunNotice>();
  #gathering = false;

  constructor(deps: GatheredRowsDeps) {
    this.#deps = deps;
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  addRequest(id: string): void {
    this.#requests.add(id);
    this.#gather();
  }

  addRun(notice: RunNotice): void {
    this.#runs.set(notice.id, notice);
    this.#gather();
  }

  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    this.#in(gatherMs, () => {
      this.#gathering = false;
      this.#read().catch((cause: Error) =>
        this.#deps.log.warn('live.read_failed', { message: cause.message }),
      );
    });
  }

  #in(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }

  async #read(): Promise<void> {
    const { store, now } = this.#deps;
    const requests = [...this.#requests];
    const runs = [...this.#runs.values()];
    this.#requests = new Set();
    this.#runs = new Map();
    if (requests.length + runs.length > maxGathered) return this.#deps.onFlood();
    const at = now();
    if (requests.length > 0) this.#tellRequests(at, await store.requests(requests));
    if (runs.length > 0) await this.#readRuns(at, runs);
  }

  async #readRuns(at: number, notices: RunNotice[]): Promise<void> {
    const rows = await this.#deps.store.runs(notices.map(({ id }) => id));
    const found = new Set(rows.map(({ id }) => id));
    for (const row of rows) this.#deps.onRun(at, row);
    for (const notice of notices) {
      if (!found.has(notice.id)) this.#deps.onUnwritten(at, notice);
    }
  }

  #tellRequests(at: number, rows: CapturedRequest[]): void {
    const waiting: string[] = [];
    for (const row of rows) {
      const waits = row.outcome === 'waiting';
      if (!waits || !this.#looks.has(row.id)) this.#deps.onRequest(at, row);
      if (waits) waiting.push(row.id);
      else this.#looks.delete(row.id);
    }
    this.#lookAgain(waiting);
  }

  #lookAgain(ids: string[]): void {
    const due = new Map<number, string[]>();
    for (const id of ids) {
      const look = this.#looks.get(id) ?? 0;
      const delay = lookAgainMs[look];
      if (delay === undefined) this.#looks.delete(id);
      else if (look > 0 || this.#looks.size < maxLooks) {
        this.#looks.set(id, look + 1);
        due.set(delay, [...(due.get(delay) ?? []), id]);
      }
    }
    for (const [delay, waiting] of due) {
      this.#in(delay, () => {
        if (!this.#deps.isWatched()) this.#looks.clear();
        else for (const id of waiting) this.addRequest(id);
      });
    }
  }
}
