import { problem } from '#lib/core/errors.ts';
import { minPasswordLength } from '#lib/core/password.ts';
import type { MemberRole } from '#lib/core/principal.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { spendAttempt } from './attempts.ts';
import { busy, type PeopleDeps } from './people.ts';

export type Invitation = {
  id: string;
  workspaceId: string;
  workspaceName: string;
  email: string;
  role: MemberRole;
  /** A name or an address; null where a token invited. */
  invitedBy: string | null;
  expiresAt: Date;
};
export type InvitationDeps = Pick<
  PeopleDeps,
  'attempts' | 'audit' | 'passwords' | 'secrets' | 'newId'
> & {
  invitations: {
    pending(codeHashes: Buffer[]): Promise<Invitation | undefined>;
    join(
      codeHashes: Buffer[],
      user: { id: string; name: string; passwordHash: string },
    ): Promise<boolean>;
  };
  users: {
    forSignIn(email: string): Promise<{ id: string; passwordHash: string } | undefined>;
  };
};

const ended = problem(
  'gone',
  'This invitation was used, taken back or has ended. Ask an owner for a new one.',
);

/** What the page of an invitation shows. `known`: this address has an account and signs in with it. */
export async function readInvitation(
  deps: Pick<InvitationDeps, 'invitations' | 'secrets' | 'users'>,
  code: string,
): Promise<Result<Invitation & { known: boolean }>> {
  const invitation = await deps.invitations.pending(deps.secrets.tokenHashes(code));
  if (!invitation) return err(ended);
  const known = (await deps.users.forSignIn(invitation.email)) !== undefined;
  return ok({ ...invitation, known });
}

export type AcceptInput = { code: string; name: string; password: string; ip: string };

/** Whoever holds the code joins; an account that exists already is joined with its own password. */
export async function acceptInvitation(
  deps: InvitationDeps,
  input: AcceptInput,
): Promise<Result<{ email: string }>> {
  const invitation = await readInvitation(deps, input.code);
  if (!invitation.ok) return invitation;
  const passwordHash = await passwordFor(deps, invitation.value, input);
  if (!passwordHash.ok) return passwordHash;
  const user = { id: deps.newId(), name: input.name, passwordHash: passwordHash.value };
  if (!(await deps.invitations.join(deps.secrets.tokenHashes(input.code), user))) return err(ended);
  const { id, email, workspaceId, role } = invitation.value;
  const person = await deps.users.forSignIn(email);
  await deps.audit.record({
    principal: { kind: 'user', id: person?.id ?? user.id, label: email, workspaceId },
    action: 'invitation.accepted',
    target: { type: 'invitation', id, label: email },
    detail: { role },
    ip: input.ip,
  });
  return ok({ email });
}

async function passwordFor(
  deps: InvitationDeps,
  invitation: Invitation,
  input: AcceptInput,
): Promise<Result<string>> {
  const known = await deps.users.forSignIn(invitation.email);
  if (!known) return newPassword(deps, input.password);
  const limited = await spendAttempt(deps.attempts, [
    { key: `invitation:${invitation.id}`, most: 10, windowSeconds: 900 },
  ]);
  if (limited) return err(limited);
  const right = await deps.passwords.verify(known.passwordHash, input.password);
  if (right === undefined) return err(busy);
  if (right) return ok(known.passwordHash);
  return err(
    wrongPassword('This isn’t the password of your account. Use the one you sign in with.'),
  );
}

async function newPassword(deps: InvitationDeps, password: string): Promise<Result<string>> {
  if (password.length < minPasswordLength) {
    return err(wrongPassword(`Use ${minPasswordLength} characters or more.`));
  }
  const hash = await deps.passwords.hash(password);
  return hash ? ok(hash) : err(busy);
}

function wrongPassword(message: string) {
  return problem('invalid_value', message, [{ field: 'password', message }]);
}
