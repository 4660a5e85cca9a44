import { problem } from '#lib/core/errors.ts';
import type { MemberRole, Principal } from '#lib/core/principal.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { normalEmail, type PeopleDeps } from './people.ts';

export type Member = {
  id: string;
  status: 'active' | 'invited';
  email: string;
  name: string;
  role: MemberRole;
  createdAt: Date;
  expiresAt: Date | null;
};
type Outcome = Member | 'not_found' | 'last_owner';
type NewInvitation = {
  id: string;
  workspaceId: string;
  email: string;
  role: MemberRole;
  codeHash: Buffer;
  invitedBy: string | null;
  expiresAt: Date;
};
export type MemberDeps = Pick<PeopleDeps, 'audit' | 'secrets' | 'newId' | 'now'> & {
  members: {
    isMember(workspaceId: string, email: string): Promise<boolean>;
    changeRole(workspaceId: string, id: string, role: MemberRole): Promise<Outcome>;
    remove(workspaceId: string, id: string): Promise<Outcome>;
  };
  invitations: { invite(invitation: NewInvitation): Promise<Member> };
  /** This person's session is read anew on this node. */
  forget(userId: string): void;
};

type By = { principal: Principal; ip: string };
const invitationMs = 7 * 24 * 60 * 60 * 1000;

/** The code is answered here and never again; it works once, for a week, for this address. */
export async function inviteMember(
  deps: MemberDeps,
  input: By & { email: string; role: MemberRole },
): Promise<Result<Member & { code: string }>> {
  const { principal, role, ip } = input;
  const email = normalEmail(input.email);
  if (await deps.members.isMember(principal.workspaceId, email)) {
    const message = `${email} is a member already. Change their role instead.`;
    return err(problem('invalid_value', message, [{ field: 'email', message }]));
  }
  const code = deps.secrets.randomToken();
  const invitation = await deps.invitations.invite({
    id: deps.newId(),
    workspaceId: principal.workspaceId,
    email,
    role,
    codeHash: deps.secrets.tokenHash(code),
    invitedBy: principal.kind === 'user' ? principal.id : null,
    expiresAt: new Date(deps.now() + invitationMs),
  });
  await deps.audit.record({
    principal,
    action: 'invitation.created',
    target: { type: 'invitation', id: invitation.id, label: email },
    detail: { role },
    ip,
  });
  return ok({ ...invitation, code });
}

export async function changeMemberRole(
  deps: MemberDeps,
  input: By & { id: string; role: MemberRole },
): Promise<Result<Member>> {
  const { principal, id, role, ip } = input;
  const changed = await deps.members.changeRole(principal.workspaceId, id, role);
  const failure = failureOf(changed);
  if (failure) return err(failure);
  const member = changed as Member;
  deps.forget(id);
  await deps.audit.record({
    principal,
    action: `${kindOf(member)}.role_changed`,
    target: { type: kindOf(member), id, label: member.email },
    detail: { role },
    ip,
  });
  return ok(member);
}

/** Fails with `invalid_value` for the last owner: somebody must be able to manage the workspace. */
export async function removeMember(
  deps: MemberDeps,
  input: By & { id: string },
): Promise<Result<void>> {
  const { principal, id, ip } = input;
  const removed = await deps.members.remove(principal.workspaceId, id);
  const failure = failureOf(removed);
  if (failure) return err(failure);
  const member = removed as Member;
  deps.forget(id);
  await deps.audit.record({
    principal,
    action: `${kindOf(member)}.removed`,
    target: { type: kindOf(member), id, label: member.email },
    ip,
  });
  return ok(undefined);
}

function kindOf(member: Member): 'member' | 'invitation' {
  return member.status === 'active' ? 'member' : 'invitation';
}

function failureOf(outcome: Outcome) {
  if (outcome === 'not_found')
    return problem('not_found', 'There is no such member or invitation.');
  if (outcome !== 'last_owner') return undefined;
  return problem('invalid_value', 'This is the last owner. Make somebody else an owner first.');
}
