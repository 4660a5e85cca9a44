import { type Problem, problem } from '#lib/core/errors.ts';

/** Counts tries under a key; every node counts together. */
export type Attempts = {
  hit(key: string, windowSeconds: number): Promise<number>;
  clear(key: string): Promise<void>;
};

export type Limit = { key: string; most: number; windowSeconds: number };

/**
 * Counts one try under every limit before it is made, so that tries made at once can't slip
 * through together. A problem where one of them is used up.
 */
export async function spendAttempt(
  attempts: Pick<Attempts, 'hit'>,
  limits: readonly Limit[],
): Promise<Problem | undefined> {
  for (const limit of limits) {
    const count = await attempts.hit(limit.key, limit.windowSeconds);
    if (count > limit.most) return tooMany(limit.windowSeconds);
  }
  return undefined;
}

function tooMany(windowSeconds: number): Problem {
  const minutes = Math.ceil(windowSeconds / 60);
  return problem('rate_limited', `Too many tries. Wait ${minutes} minutes, then try again.`);
}
