import type { Audit } from '#lib/core/audit.ts';
import { normalEmail, type PeopleDeps } from './people.ts';

const dayMs = 24 * 60 * 60 * 1000;
export const firstWorkspaceName = 'My workspace';

export type PrepareOwnerDeps = Pick<PeopleDeps, 'passwords' | 'secrets' | 'now'> & {
  audit: Audit;
  owners: {
    hasOwner(): Promise<boolean>;
    ensureWorkspace(name: string): Promise<string>;
    saveCode(code: { hash: Buffer; expiresAt: Date }): Promise<void>;
    claim(owner: {
      email: string;
      name: string;
      passwordHash: string;
      workspaceName: string;
    }): Promise<{ userId: string; workspaceId: string } | undefined>;
  };
};

export type PrepareOwnerInput = {
  admin?: { email: string; password: string } | undefined;
  /** True where `HOOKLINE_API_TOKEN` is set: it needs a workspace before any person comes. */
  apiToken: boolean;
};

/**
 * At every start: makes the owner that the environment names, else, while nobody owns the
 * installation, a new one-time code (the one before stops working). Answers the code to print.
 */
export async function prepareOwner(
  deps: PrepareOwnerDeps,
  input: PrepareOwnerInput,
): Promise<{ code: string; expiresAt: Date } | undefined> {
  if (await deps.owners.hasOwner()) return undefined;
  if (input.apiToken) await deps.owners.ensureWorkspace(firstWorkspaceName);
  if (input.admin) {
    await createAdmin(deps, input.admin);
    return undefined;
  }
  const code = deps.secrets.randomCode();
  const expiresAt = new Date(deps.now() + dayMs);
  await deps.owners.saveCode({ hash: deps.secrets.tokenHash(code), expiresAt });
  return { code, expiresAt };
}

/** Of two nodes that start at once, one makes the owner; the other finds it made. */
async function createAdmin(
  deps: PrepareOwnerDeps,
  admin: { email: string; password: string },
): Promise<void> {
  const passwordHash = await deps.passwords.hash(admin.password);
  if (!passwordHash) throw new Error('The password of the first owner could not be hashed.');
  const email = normalEmail(admin.email);
  const name = email.split('@')[0] ?? email;
  const claimed = await deps.owners.claim({
    email,
    name,
    passwordHash,
    workspaceName: firstWorkspaceName,
  });
  if (!claimed) return;
  await deps.audit.record({
    principal: null,
    workspaceId: claimed.workspaceId,
    action: 'instance.claimed',
    target: { type: 'user', id: claimed.userId, label: email },
    detail: { by: 'environment' },
  });
}
