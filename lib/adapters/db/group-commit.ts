/** What a batch is bounded by, and how it is written. */
export type GroupCommitOptions<T> = {
  maxItems: number;
  maxBytes: number;
  /** An idle writer that finds so many waiting doesn't wait for the end of the event loop's turn. */
  eagerItems?: number;
  bytesOf(item: T): number;
  /** Writes one batch and settles each of its items; must not throw. */
  flush(batch: T[]): Promise<void>;
};

/**
 * While one flush is in flight, items gather; the next flush takes them all, up to its bounds. An
 * idle writer flushes at once, so there is no fixed delay. An item beyond `maxBytes` goes alone.
 */
export class GroupCommit<T> {
  readonly #options: GroupCommitOptions<T>;
  #waiting: T[] = [];
  #busy = false;
  #planned = false;
  #idle: (() => void)[] = [];

  constructor(options: GroupCommitOptions<T>) {
    this.#options = options;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  add(item: T): void {
    this.#waiting.push(item);
    if (this.#busy) return;
    // Answering a batch brings its senders' next requests in one turn of the event loop. Were they
    // all to share the next commit, the database and we would work by turns, each idle meanwhile.
    if (this.#waiting.length >= (this.#options.eagerItems ?? Infinity)) void this.#run();
    else this.#startAfterTurn();
  }

  /** Takes back the items that nobody waits for any more; no flush will see them. */
  takeBack(given: (item: T) => boolean): T[] {
    const taken = this.#waiting.filter(given);
    if (taken.length > 0) this.#waiting = this.#waiting.filter((item) => !given(item));
    return taken;
  }

  /** Resolves once nothing waits and nothing is in flight. */
  drained(): Promise<void> {
    if (!this.#busy && !this.#planned) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Whatever else arrives in this turn of the event loop shares the commit. */
  #startAfterTurn(): void {
    if (this.#planned) return;
    this.#planned = true;
    setImmediate(() => {
      this.#planned = false;
      if (!this.#busy) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.length > 0) await this.#options.flush(this.#take());
    this.#busy = false;
    const idle = this.#idle;
    this.#idle = [];
    for (const resolve of idle) resolve();
  }

  #take(): T[] {
    const { maxItems, maxBytes, bytesOf } = this.#options;
    const waiting = this.#waiting;
    let count = 0;
    let bytes = 0;
    for (const item of waiting) {
      bytes += bytesOf(item);
      if (count === maxItems || (count > 0 && bytes > maxBytes)) break;
      count += 1;
    }
    if (count === waiting.length) {
      this.#waiting = [];
      return waiting;
    }
    return waiting.splice(0, count);
  }
}
