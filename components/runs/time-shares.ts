import type { Json } from '#lib/core/json.ts';

type TimedStep = {
  type: string;
  attempt: number;
  startedAt: string;
  finishedAt: string | null;
  output: Json;
};
/** Milliseconds. */
export type TimeShares = { waiting: number; elsewhere: number; here: number };

/**
 * Where a run's steps spent their time: on purpose or between tries, at other services, and here.
 * Steps side by side count each. Of a call that was tried again only the last try was measured.
 */
export function timeShares(steps: readonly TimedStep[]): TimeShares {
  const shares = { waiting: 0, elsewhere: 0, here: 0 };
  for (const step of steps) {
    if (step.finishedAt === null) continue;
    const took = Date.parse(step.finishedAt) - Date.parse(step.startedAt);
    const call = Math.min(callMs(step.output) ?? 0, took);
    if (step.type === 'delay') shares.waiting += took;
    else {
      shares.elsewhere += call;
      shares[step.attempt > 1 ? 'waiting' : 'here'] += took - call;
    }
  }
  return shares;
}

/** An HTTP step says how long its call took. */
function callMs(output: Json): number | null {
  if (typeof output !== 'object' || output === null || Array.isArray(output)) return null;
  return typeof output.ms === 'number' ? output.ms : null;
}
