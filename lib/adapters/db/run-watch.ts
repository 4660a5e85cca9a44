import type { Notice } from '#lib/adapters/live/notifications.ts';
import type { Queryable } from './pool.ts';

export type RunWatchOptions = {
  db: Queryable;
  notifications: { subscribe(listener: (notice: Notice) => void): () => void };
};

const lookEveryMs = 250;

/** Waits for one run: looks when a notice names it, and now and then in case one was missed. */
export class RunWatch {
  readonly #options: RunWatchOptions;

  constructor(options: RunWatchOptions) {
    this.#options = options;
  }

  /** True once the run has ended; false after `ms`, or once it waits beyond that. */
  async settled(runId: string, ms: number): Promise<boolean> {
    const deadline = Date.now() + ms;
    let wake = () => {};
    const end = this.#options.notifications.subscribe((notice) => {
      if (notice.kind === 'run' && notice.id === runId) wake();
    });
    try {
      for (;;) {
        const state = await this.#look(runId);
        if (state?.finished_at) return true;
        if ((state?.resume_at?.getTime() ?? 0) > deadline || Date.now() >= deadline) return false;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.min(lookEveryMs, deadline - Date.now()));
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    } finally {
      end();
    }
  }

  async #look(runId: string) {
    const { rows } = await this.#options.db.query<{
      finished_at: Date | null;
      resume_at: Date | null;
    }>({
      name: 'run_watch',
      text: 'SELECT finished_at, resume_at FROM run WHERE id = $1',
      values: [runId],
    });
    return rows[0];
  }
}
