import { constantTimeEqual } from '#lib/core/constant-time.ts';
import { problem } from '#lib/core/errors.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { spendAttempt } from './attempts.ts';
import type { PeopleDeps } from './people.ts';

export type OwnerCode = { hash: Buffer; expiresAt: Date };
export type OwnerCodeDeps = Pick<PeopleDeps, 'attempts' | 'secrets' | 'now'> & {
  owners: {
    hasOwner(): Promise<boolean>;
    readCode(): Promise<OwnerCode | undefined>;
  };
};

/** As it is typed or pasted: in any case, with spaces or dashes. */
function plainCode(code: string): string {
  return code.replace(/[\s-]/g, '').toUpperCase();
}

/**
 * Is this the one-time code that the server printed? Fails with `gone` once somebody owns the
 * installation, `rate_limited`, or `unauthorized` (wrong and expired read the same).
 */
export async function checkOwnerCode(
  deps: OwnerCodeDeps,
  input: { code: string; ip: string },
): Promise<Result<OwnerCode>> {
  if (await deps.owners.hasOwner()) return err(owned);
  const perAddress = `owner_code:ip:${input.ip}`;
  const limited = await spendAttempt(deps.attempts, [
    { key: perAddress, most: 10, windowSeconds: 600 },
    { key: 'owner_code:all', most: 1000, windowSeconds: 3600 },
  ]);
  if (limited) return err(limited);
  const saved = await deps.owners.readCode();
  const given = deps.secrets.tokenHash(plainCode(input.code));
  const right = saved !== undefined && constantTimeEqual(saved.hash, given);
  if (!right || saved.expiresAt.getTime() <= deps.now()) {
    // Somebody may have claimed it meanwhile, which takes the code away.
    return err((await deps.owners.hasOwner()) ? owned : wrongCode);
  }
  await deps.attempts.clear(perAddress);
  return ok(saved);
}

const owned = problem('gone', 'This Hookline has an owner already. Sign in instead.');

export const wrongCode = problem(
  'unauthorized',
  'This code doesn’t fit. Take the latest one that the server printed, or restart the server for a new one.',
);
