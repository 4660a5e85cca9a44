import { problem } from '#lib/core/errors.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { checkOwnerCode, type OwnerCodeDeps, wrongCode } from './owner-code.ts';
import { busy, normalEmail, type PeopleDeps } from './people.ts';

export type ClaimDeps = Pick<PeopleDeps, 'passwords' | 'audit'> &
  OwnerCodeDeps & {
    owners: {
      claim(
        owner: { email: string; name: string; passwordHash: string; workspaceName: string },
        code: Buffer,
      ): Promise<{ userId: string; workspaceId: string } | undefined>;
    };
  };

export type ClaimInput = {
  code: string;
  name: string;
  email: string;
  password: string;
  workspaceName: string;
  ip: string;
};

/** Whoever holds the code becomes the first owner. Fails as `checkOwnerCode` does. */
export async function claimInstance(
  deps: ClaimDeps,
  input: ClaimInput,
): Promise<Result<{ email: string }>> {
  const code = await checkOwnerCode(deps, input);
  if (!code.ok) return code;
  const passwordHash = await deps.passwords.hash(input.password);
  if (!passwordHash) return err(busy);
  const email = normalEmail(input.email);
  const { name, workspaceName } = input;
  const claimed = await deps.owners.claim(
    { email, name, passwordHash, workspaceName },
    code.value.hash,
  );
  if (!claimed) return err(await whyNot(deps));
  const { userId, workspaceId } = claimed;
  await deps.audit.record({
    principal: { kind: 'user', id: userId, label: email, workspaceId },
    action: 'instance.claimed',
    target: { type: 'user', id: userId, label: email },
    detail: { by: 'one-time code' },
    ip: input.ip,
  });
  return ok({ email });
}

async function whyNot(deps: ClaimDeps) {
  if (!(await deps.owners.hasOwner())) return wrongCode;
  return problem(
    'gone',
    'Somebody else was faster: this Hookline has an owner now. Sign in instead.',
  );
}
