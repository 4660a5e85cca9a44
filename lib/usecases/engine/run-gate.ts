type Waiting = { key: string; start: () => void };

export type GateLimits = { total: number; perKey: number };

/** How much runs at once: in all, and for one workflow. Whoever waits is served in order of coming. */
export class RunGate {
  readonly #limits: GateLimits;
  readonly #running = new Map<string, number>();
  #waiting: Waiting[] = [];
  #total = 0;
  /** Told whenever something has ended. */
  onRoom: () => void = () => {};

  constructor(limits: GateLimits) {
    this.#limits = limits;
  }

  /** Running and waiting. */
  get load(): number {
    return this.#total + this.#waiting.length;
  }

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    if (this.#has(key)) this.#take(key);
    else await new Promise<void>((start) => this.#waiting.push({ key, start }));
    try {
      return await work();
    } finally {
      this.#release(key);
    }
  }

  #has(key: string): boolean {
    const { total, perKey } = this.#limits;
    return this.#total < total && (this.#running.get(key) ?? 0) < perKey;
  }

  #take(key: string): void {
    this.#total += 1;
    this.#running.set(key, (this.#running.get(key) ?? 0) + 1);
  }

  #release(key: string): void {
    this.#total -= 1;
    const left = (this.#running.get(key) ?? 1) - 1;
    if (left === 0) this.#running.delete(key);
    else this.#running.set(key, left);
    const next = this.#waiting.findIndex((waiting) => this.#has(waiting.key));
    const [waiting] = next === -1 ? [] : this.#waiting.splice(next, 1);
    if (waiting) {
      this.#take(waiting.key);
      waiting.start();
    }
    this.onRoom();
  }
}
