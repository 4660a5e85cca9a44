import type { Pool } from '#lib/adapters/db/pool.ts';
import type { Notifications } from '#lib/adapters/live/notifications.ts';
import type { Answer } from '#lib/core/execution/types.ts';
import { uuidFloor, uuidTime } from '#lib/core/ids.ts';
import type { Log } from '#lib/log.ts';
import type { AnswerBoard } from '#lib/usecases/ingest/answer-board.ts';

export type LateAnswersOptions = {
  pool: Pool;
  notifications: Notifications;
  answers: AnswerBoard;
  log: Log;
};

/** Answers that a worker elsewhere found for a sender who waits at this process's door. */
export class LateAnswers {
  readonly #options: LateAnswersOptions;
  #end: () => void = () => {};

  constructor(options: LateAnswersOptions) {
    this.#options = options;
  }

  start(): void {
    const { notifications, answers, log } = this.#options;
    this.#end = notifications.subscribe((notice) => {
      if (notice.kind !== 'answer' || !answers.isWaiting(notice.requestId)) return;
      this.#fetch(notice.requestId).catch((cause: Error) =>
        log.warn('late_answers.failed', { message: cause.message }),
      );
    });
  }

  stop(): void {
    this.#end();
  }

  /** No answer, and nothing left to run: the sender is let go. */
  async #fetch(requestId: string): Promise<void> {
    const { pool, answers } = this.#options;
    const ms = uuidTime(requestId);
    const { rows } = await pool.query<{ answer: Answer | null; outcome: string }>({
      name: 'late_answer',
      text: `SELECT q.outcome, (
               SELECT late_answer FROM run
               WHERE id >= $2 AND id < $3 AND request_id = $1 AND late_answer IS NOT NULL
               ORDER BY finished_at LIMIT 1) AS answer
             FROM inbound_request q WHERE q.id = $1`,
      values: [requestId, uuidFloor(ms), uuidFloor(ms + 1)],
    });
    const [row] = rows;
    if (row?.answer) answers.deliver(requestId, row.answer);
    else if (row && row.outcome !== 'waiting') answers.release(requestId);
  }
}
