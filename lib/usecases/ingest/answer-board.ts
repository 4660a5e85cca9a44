import type { Answer } from '#lib/core/execution/types.ts';

/** Where requests wait for the answer of a `respond` step. One per process. */
export class AnswerBoard {
  readonly #waiting = new Map<string, (answer: Answer | null) => void>();

  /** Null after `ms`, or once nobody will answer any more. */
  wait(requestId: string, ms: number): Promise<Answer | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle(requestId, null), ms);
      this.#waiting.set(requestId, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
    });
  }

  isWaiting(requestId: string): boolean {
    return this.#waiting.has(requestId);
  }

  /** False where nobody waits for it in this process (any more). */
  deliver(requestId: string, answer: Answer): boolean {
    return this.#settle(requestId, answer);
  }

  /** No run of this request will answer. */
  release(requestId: string): void {
    this.#settle(requestId, null);
  }

  #settle(requestId: string, answer: Answer | null): boolean {
    const settle = this.#waiting.get(requestId);
    this.#waiting.delete(requestId);
    settle?.(answer);
    return settle !== undefined;
  }
}
