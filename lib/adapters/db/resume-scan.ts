import type { Log } from '#lib/log.ts';
import type { Queryable } from './pool.ts';

export type ResumeScanOptions = {
  db: Queryable;
  log: Log;
  /** The outbox has rows. */
  moved(): void;
};

const everyMs = 1_000;
const atOnce = 500;

/**
 * Waits that are over go back to the outbox, in one commit with the run that stops waiting, so that
 * of many processes one moves each. Runs of a paused workflow keep their timers.
 */
const scan = `
WITH due AS (
  SELECT r.id, r.workspace_id FROM run r
  WHERE r.resume_at <= now()
    AND NOT EXISTS (SELECT 1 FROM workflow w WHERE w.id = r.workflow_id AND w.paused)
  ORDER BY r.resume_at LIMIT ${atOnce} FOR UPDATE SKIP LOCKED
), woken AS (
  UPDATE run SET resume_at = NULL FROM due WHERE run.id = due.id AND run.finished_at IS NULL
  RETURNING run.id, run.workspace_id
), handed AS (
  INSERT INTO outbox (kind, ref, workspace_id) SELECT 'run', id, workspace_id FROM woken
)
SELECT (SELECT count(*) FROM woken)::int4 AS moved,
  (SELECT min(resume_at) FROM run WHERE resume_at > now()) AS next`;

/** Looks each second, and at the moment the next wait ends if that is sooner. */
export class ResumeScan {
  readonly #options: ResumeScanOptions;
  #timer: NodeJS.Timeout | undefined;
  #scanning: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(options: ResumeScanOptions) {
    this.#options = options;
  }

  start(): void {
    this.#plan(0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#scanning;
  }

  #plan(ms: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#scanning = this.#scan().then((next) => this.#plan(next));
    }, ms);
  }

  /** Milliseconds until the next look. */
  async #scan(): Promise<number> {
    const { db, log, moved } = this.#options;
    try {
      const { rows } = await db.query<{ moved: number; next: Date | null }>({
        name: 'resume_scan',
        text: scan,
      });
      const [row] = rows;
      if (row && row.moved > 0) moved();
      if (row?.moved === atOnce) return 0;
      return Math.min(
        everyMs,
        Math.max(1, (row?.next?.getTime() ?? Number.POSITIVE_INFINITY) - Date.now()),
      );
    } catch (cause) {
      log.warn('resume_scan.failed', { message: (cause as Error).message });
      return everyMs;
    }
  }
}
