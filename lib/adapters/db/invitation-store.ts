import type { MemberRole } from '#lib/core/principal.ts';
import type { MemberRow } from './member-store.ts';
import { inTransaction, type Pool, type Queryable } from './pool.ts';

export type NewInvitation = {
  id: string;
  workspaceId: string;
  email: string;
  role: MemberRole;
  codeHash: Buffer;
  invitedBy: string | null;
  expiresAt: Date;
};
export type PendingInvitation = {
  id: string;
  workspaceId: string;
  workspaceName: string;
  email: string;
  role: MemberRole;
  invitedBy: string | null;
  expiresAt: Date;
};
export type JoiningUser = { id: string; name: string; passwordHash: string };

/** Invitations that nobody has taken yet. Their codes are known by hash alone. */
export class InvitationStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Ends an earlier invitation of the same address: its link works no more. */
  async invite(invitation: NewInvitation): Promise<MemberRow> {
    const { id, workspaceId, email, role, codeHash, invitedBy, expiresAt } = invitation;
    return inTransaction(this.#pool, async (client) => {
      await client.query(
        'DELETE FROM invitation WHERE workspace_id = $1 AND email = $2 AND accepted_at IS NULL',
        [workspaceId, email],
      );
      const made = await client.query<{ createdAt: Date }>(
        `INSERT INTO invitation (id, workspace_id, email, role, code_hash, invited_by, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING created_at AS "createdAt"`,
        [id, workspaceId, email, role, codeHash, invitedBy, expiresAt],
      );
      const createdAt = made.rows[0]?.createdAt ?? new Date();
      return { id, status: 'invited', email, name: '', role, createdAt, expiresAt };
    });
  }

  async pending(codeHashes: Buffer[]): Promise<PendingInvitation | undefined> {
    return findPending(this.#pool, codeHashes);
  }

  /**
   * Takes the invitation: makes the person (or finds the one with this address) and the membership.
   * False where it was taken, taken back or ended meanwhile.
   */
  async join(codeHashes: Buffer[], user: JoiningUser): Promise<boolean> {
    return inTransaction(this.#pool, async (client) => {
      const invitation = await findPending(client, codeHashes, 'FOR UPDATE OF i');
      if (!invitation) return false;
      await client.query(
        `INSERT INTO app_user (id, email, name, password_hash) VALUES ($1, $2, $3, $4)
         ON CONFLICT (email) DO NOTHING`,
        [user.id, invitation.email, user.name, user.passwordHash],
      );
      await client.query(
        `INSERT INTO member (workspace_id, user_id, role)
         SELECT $1, id, $3 FROM app_user WHERE email = $2 ON CONFLICT DO NOTHING`,
        [invitation.workspaceId, invitation.email, invitation.role],
      );
      await client.query('UPDATE invitation SET accepted_at = now() WHERE id = $1', [
        invitation.id,
      ]);
      return true;
    });
  }
}

async function findPending(db: Queryable, codeHashes: Buffer[], lock = '') {
  const found = await db.query<PendingInvitation>(
    `SELECT i.id, i.workspace_id AS "workspaceId", w.name AS "workspaceName", i.email, i.role,
            i.expires_at AS "expiresAt",
            (SELECT coalesce(nullif(u.name, ''), u.email) FROM app_user u WHERE u.id = i.invited_by) AS "invitedBy"
     FROM invitation i JOIN workspace w ON w.id = i.workspace_id
     WHERE i.code_hash = ANY($1) AND i.accepted_at IS NULL AND i.expires_at > now() ${lock}`,
    [codeHashes],
  );
  return found.rows[0];
}
