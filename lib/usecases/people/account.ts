import { problem } from '#lib/core/errors.ts';
import type { Principal } from '#lib/core/principal.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { spendAttempt } from './attempts.ts';
import { busy, type PeopleDeps } from './people.ts';

export type AccountDeps = Pick<PeopleDeps, 'attempts' | 'audit' | 'passwords'> & {
  users: {
    byId(id: string): Promise<{ id: string; passwordHash: string } | undefined>;
    setPassword(userId: string, passwordHash: string): Promise<void>;
    endSessions(userId: string): Promise<void>;
    rename(userId: string, name: string): Promise<void>;
  };
  /** Sessions of this person are read anew on this node. */
  forget(userId: string): void;
};

const onlyPeople = problem(
  'forbidden',
  'Only a signed-in person has a name, a password and sessions.',
);

/** A new password ends every session, this one too. Fails with `invalid_value` on a wrong current one. */
export async function changePassword(
  deps: AccountDeps,
  input: { principal: Principal; current: string; next: string; ip: string },
): Promise<Result<void>> {
  const { principal } = input;
  if (principal.kind !== 'user') return err(onlyPeople);
  const limited = await spendAttempt(deps.attempts, [
    { key: `password:${principal.id}`, most: 10, windowSeconds: 900 },
  ]);
  if (limited) return err(limited);
  const user = await deps.users.byId(principal.id);
  const right = await deps.passwords.verify(user?.passwordHash, input.current);
  if (right === undefined) return err(busy);
  if (!right) {
    const message = 'The current password is wrong.';
    return err(problem('invalid_value', message, [{ field: 'currentPassword', message }]));
  }
  const hash = await deps.passwords.hash(input.next);
  if (!hash) return err(busy);
  await deps.users.setPassword(principal.id, hash);
  await deps.attempts.clear(`password:${principal.id}`);
  deps.forget(principal.id);
  await deps.audit.record({ principal, action: 'password.changed', ip: input.ip });
  return ok(undefined);
}

/** "Sign out everywhere": on this node at once, on others within 5 s. */
export async function endSessions(
  deps: AccountDeps,
  input: { principal: Principal; ip: string },
): Promise<Result<void>> {
  const { principal, ip } = input;
  if (principal.kind !== 'user') return err(onlyPeople);
  await deps.users.endSessions(principal.id);
  deps.forget(principal.id);
  await deps.audit.record({ principal, action: 'sessions.ended', ip });
  return ok(undefined);
}

/** The name that colleagues see. */
export async function renameUser(
  deps: AccountDeps,
  input: { principal: Principal; name: string; ip: string },
): Promise<Result<void>> {
  const { principal, name, ip } = input;
  if (principal.kind !== 'user') return err(onlyPeople);
  await deps.users.rename(principal.id, name);
  deps.forget(principal.id);
  await deps.audit.record({ principal, action: 'person.renamed', ip });
  return ok(undefined);
}
