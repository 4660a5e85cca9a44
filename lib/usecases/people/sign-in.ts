import { problem } from '#lib/core/errors.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { spendAttempt } from './attempts.ts';
import { busy, normalEmail, type PeopleDeps } from './people.ts';

export type SignInUser = {
  id: string;
  email: string;
  passwordHash: string;
  sessionVersion: number;
};
export type SignInDeps = Pick<PeopleDeps, 'attempts' | 'audit' | 'passwords'> & {
  users: {
    forSignIn(email: string): Promise<SignInUser | undefined>;
    session(userId: string): Promise<{ workspaceId: string } | undefined>;
  };
  owners: { firstWorkspace(): Promise<{ id: string } | undefined> };
};

export type SignInInput = { email: string; password: string; ip: string };
export type SignedIn = { id: string; email: string; sessionVersion: number };

const quarterHour = 900;

/**
 * Checks an address and a password. An unknown address takes as long and reads the same as a wrong
 * password. Fails with `unauthorized`, `rate_limited` or `overloaded`.
 */
export async function signIn(deps: SignInDeps, input: SignInInput): Promise<Result<SignedIn>> {
  const email = normalEmail(input.email);
  const perPlace = `sign_in:both:${email}:${input.ip}`;
  const limited = await spendAttempt(deps.attempts, [
    { key: perPlace, most: 10, windowSeconds: quarterHour },
    { key: `sign_in:ip:${input.ip}`, most: 100, windowSeconds: quarterHour },
    // From many places at once: high enough that nobody is locked out by a stranger's typing.
    { key: `sign_in:email:${email}`, most: 200, windowSeconds: quarterHour },
  ]);
  if (limited) return err(limited);
  const user = await deps.users.forSignIn(email);
  const right = await deps.passwords.verify(user?.passwordHash, input.password);
  if (right === undefined) return err(busy);
  const session = user && (await deps.users.session(user.id));
  if (!right || !session) return refuse(deps, { email, session, ip: input.ip });
  await deps.attempts.clear(perPlace);
  await deps.audit.record({
    principal: {
      kind: 'user',
      id: user.id,
      label: user.email,
      workspaceId: session.workspaceId,
    },
    action: 'sign_in.succeeded',
    ip: input.ip,
  });
  return ok({ id: user.id, email: user.email, sessionVersion: user.sessionVersion });
}

/** A stranger's try is written down where the owner of the installation looks. */
async function refuse(
  deps: SignInDeps,
  tried: { email: string; session: { workspaceId: string } | undefined; ip: string },
): Promise<Result<never>> {
  const workspaceId = tried.session?.workspaceId ?? (await deps.owners.firstWorkspace())?.id;
  await deps.audit.record({
    principal: null,
    workspaceId,
    action: 'sign_in.failed',
    detail: { email: tried.email.slice(0, 200) },
    ip: tried.ip,
  });
  return err(problem('unauthorized', 'The e-mail address or the password is wrong. Check both.'));
}
