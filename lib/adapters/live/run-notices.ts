import type { RunRow } from '#lib/core/execution/run.ts';
import type { Notifications } from './notifications.ts';

/** Tells whoever watches what a run does. Ids only. */
export class RunNotices {
  readonly #notifications: Pick<Notifications, 'publish'>;

  constructor(notifications: Pick<Notifications, 'publish'>) {
    this.#notifications = notifications;
  }

  run({ id, workflowId, requestId }: RunRow): void {
    this.#notifications.publish({ kind: 'run', id, workflowId, requestId });
  }

  step({ id, workflowId }: RunRow, nodeId: string, status: string): void {
    this.#notifications.publish({ kind: 'step', runId: id, workflowId, nodeId, item: 0, status });
  }

  answer(requestId: string): void {
    this.#notifications.publish({ kind: 'answer', requestId });
  }
}
