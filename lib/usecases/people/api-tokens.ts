import { problem } from '#lib/core/errors.ts';
import type { MemberRole, Principal } from '#lib/core/principal.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { PeopleDeps } from './people.ts';

export type ApiToken = {
  id: string;
  name: string;
  role: MemberRole;
  hint: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
};
type NewToken = Omit<ApiToken, 'createdAt' | 'lastUsedAt'> & {
  workspaceId: string;
  hash: Buffer<ArrayBuffer>;
  createdBy: string | null;
};
export type ApiTokenDeps = Pick<PeopleDeps, 'audit' | 'secrets' | 'newId' | 'now'> & {
  tokens: {
    create(token: NewToken): Promise<ApiToken>;
    remove(workspaceId: string, id: string): Promise<string | undefined>;
  };
};

export type CreateToken = {
  principal: Principal;
  name: string;
  role: MemberRole;
  expiresAt: Date | null;
  ip: string;
};

/** The value is answered here and never again: only its hash is kept. */
export async function createApiToken(
  deps: ApiTokenDeps,
  input: CreateToken,
): Promise<Result<ApiToken & { value: string }>> {
  const { principal, name, role, expiresAt, ip } = input;
  if (expiresAt && expiresAt.getTime() <= deps.now()) {
    const message = 'Choose a time in the future, or none.';
    return err(problem('invalid_value', message, [{ field: 'expiresAt', message }]));
  }
  const value = `hkl_${deps.secrets.randomToken()}`;
  const token = await deps.tokens.create({
    id: deps.newId(),
    workspaceId: principal.workspaceId,
    name,
    role,
    hash: deps.secrets.tokenHash(value),
    hint: value.slice(-4),
    createdBy: principal.kind === 'user' ? principal.id : null,
    expiresAt,
  });
  await deps.audit.record({
    principal,
    action: 'token.created',
    target: { type: 'token', id: token.id, label: name },
    detail: { role, expiresAt: expiresAt?.toISOString() ?? null },
    ip,
  });
  return ok({ ...token, value });
}

/** Stops working at once, on every node: tokens are read on every call. */
export async function removeApiToken(
  deps: ApiTokenDeps,
  input: { principal: Principal; id: string; ip: string },
): Promise<Result<void>> {
  const { principal, id, ip } = input;
  const name = await deps.tokens.remove(principal.workspaceId, id);
  if (name === undefined) return err(problem('not_found', 'There is no such token.'));
  const target = { type: 'token', id, label: name };
  await deps.audit.record({ principal, action: 'token.removed', target, ip });
  return ok(undefined);
}
