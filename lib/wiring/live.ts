import type { LiveStore } from '#lib/adapters/db/live-store.ts';
import { LiveHub } from '#lib/adapters/live/hub.ts';
import type { Notifications } from '#lib/adapters/live/notifications.ts';
import type { Log } from '#lib/log.ts';
import { requestSummary } from '#lib/usecases/inspect/requests.ts';
import { runSummary } from '#lib/usecases/inspect/run-summary.ts';

export type LiveOptions = { notifications: Notifications; log: Log; store: LiveStore };

/** Live streams show what the API's lists show. */
export function buildLive(options: LiveOptions): LiveHub {
  const present = { request: requestSummary, run: runSummary };
  return new LiveHub({ ...options, present, now: Date.now });
}
