import type { GraphNode } from '#lib/core/graph/document.ts';
import type { StepError } from './types.ts';

export type RetryPolicy = {
  /** Tries in all, the first one included. */
  attempts: number;
  baseMs: number;
  /** The longest that backoff alone waits. */
  maxMs: number;
};

const defaultBaseSeconds = 1;
const defaultMaxSeconds = 300;
/** What the other side asks for counts beyond `maxMs`, but nobody parks a run for ever. */
const longestRetryAfterMs = 86_400_000;

/** A node's own `retry`, else its type's number of attempts. */
export function retryPolicy(retry: GraphNode['retry'], defaultAttempts: number): RetryPolicy {
  return {
    attempts: retry?.attempts ?? defaultAttempts,
    baseMs: (retry?.baseSeconds ?? defaultBaseSeconds) * 1000,
    maxMs: (retry?.maxSeconds ?? defaultMaxSeconds) * 1000,
  };
}

export type FailedAttempt = {
  /** 1 for the first. */
  attempt: number;
  error: Pick<StepError, 'retryable' | 'retryAfterMs'>;
  /** From 0 to below 1. */
  random: number;
};

/**
 * Milliseconds to wait before the next attempt, or null where there is none. Doubles from `baseMs`
 * up to `maxMs`, of which jitter takes up to half away; never sooner than the other side asked for.
 */
export function retryDelay(policy: RetryPolicy, failed: FailedAttempt): number | null {
  if (!failed.error.retryable || failed.attempt >= policy.attempts) return null;
  const doubled = Math.min(policy.maxMs, policy.baseMs * 2 ** Math.min(failed.attempt - 1, 30));
  const jittered = doubled * (1 - failed.random / 2);
  const asked = Math.min(failed.error.retryAfterMs ?? 0, longestRetryAfterMs);
  return Math.round(Math.max(jittered, asked));
}
