/** Drop by drop isn't delivered: a whole body must come in so long. */
const bodyMs = 30_000;
const lookEveryMs = 1_000;

/**
 * Ends bodies that come too slowly. One timer for all: most bodies are there at once, and a timer
 * for each would cost more than reading it.
 */
export class BodyWatch {
  /** In the order they were added, so the oldest come first. */
  readonly #open = new Map<() => void, number>();
  #timer: NodeJS.Timeout | undefined;

  /** `expire` is called after about 30 s, unless it is deleted before. */
  add(expire: () => void): void {
    this.#open.set(expire, performance.now() + bodyMs);
    this.#timer ??= setInterval(() => this.#look(), lookEveryMs).unref();
  }

  delete(expire: () => void): void {
    this.#open.delete(expire);
  }

  #look(): void {
    const now = performance.now();
    for (const [expire, deadline] of this.#open) {
      if (deadline > now) break;
      this.#open.delete(expire);
      expire();
    }
    if (this.#open.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
