import type { JsonObject } from './json.ts';
import type { Principal } from './principal.ts';

/** Words of the security log: noun, then what happened to it. Stored as they stand here. */
export type AuditAction =
  | 'instance.claimed'
  | 'sign_in.succeeded'
  | 'sign_in.failed'
  | 'access.refused'
  | 'password.changed'
  | 'sessions.ended'
  | 'person.renamed'
  | `${'member' | 'invitation' | 'token' | 'connection' | 'workflow' | 'endpoint' | 'request' | 'run' | 'workspace'}.${string}`;

export type AuditTarget = { type: string; id: string; label?: string };

export type AuditRecord = {
  /** Null where nobody is known yet: a sign-in that failed, an owner made from the environment. */
  principal: Pick<Principal, 'kind' | 'id' | 'label' | 'workspaceId'> | null;
  /** Needed only where there is no principal; then the event belongs to this workspace, or to none. */
  workspaceId?: string | undefined;
  action: AuditAction;
  target?: AuditTarget;
  /** What changed, never a secret. */
  detail?: JsonObject;
  ip?: string | undefined;
};

/** The security log as use cases see it. */
export type Audit = { record(entry: AuditRecord): Promise<void> };
