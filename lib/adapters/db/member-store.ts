import type { MemberRole } from '#lib/core/principal.ts';
import { inTransaction, type Pool, type Queryable } from './pool.ts';

/** A person, or an invitation that nobody has taken yet. */
export type MemberRow = {
  id: string;
  status: 'active' | 'invited';
  email: string;
  name: string;
  role: MemberRole;
  createdAt: Date;
  expiresAt: Date | null;
};
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
export type ChangeOutcome = MemberRow | 'not_found' | 'last_owner';

const everyone = `
  SELECT u.id, 'active' AS status, u.email, u.name, m.role, m.created_at AS "createdAt",
         NULL::timestamptz AS "expiresAt"
  FROM member m JOIN app_user u ON u.id = m.user_id WHERE m.workspace_id = $1
  UNION ALL
  SELECT i.id, 'invited', i.email, '', i.role, i.created_at, i.expires_at
  FROM invitation i WHERE i.workspace_id = $1 AND i.accepted_at IS NULL AND i.expires_at > now()`;

/** Who belongs to a workspace. Changes of owners take the workspace's row, so that one always stays. */
export class MemberStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async list(workspaceId: string, page: { before?: string | undefined; limit: number }) {
    const found = await this.#pool.query<MemberRow>(
      `SELECT * FROM (${everyone}) e WHERE $2::uuid IS NULL OR id < $2 ORDER BY id DESC LIMIT $3`,
      [workspaceId, page.before ?? null, page.limit],
    );
    return found.rows;
  }

  async isMember(workspaceId: string, email: string): Promise<boolean> {
    const found = await this.#pool.query(
      `SELECT FROM member m JOIN app_user u ON u.id = m.user_id WHERE m.workspace_id = $1 AND u.email = $2`,
      [workspaceId, email],
    );
    return found.rows.length > 0;
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

  async changeRole(workspaceId: string, id: string, role: MemberRole): Promise<ChangeOutcome> {
    return inTransaction(this.#pool, async (client) => {
      const row = await takeMember(client, workspaceId, id);
      if (!row) return 'not_found';
      if (role !== 'owner' && (await isLastOwner(client, workspaceId, row))) return 'last_owner';
      const table = row.status === 'active' ? 'member' : 'invitation';
      const key = row.status === 'active' ? 'user_id' : 'id';
      await client.query(`UPDATE ${table} SET role = $3 WHERE workspace_id = $1 AND ${key} = $2`, [
        workspaceId,
        id,
        role,
      ]);
      return { ...row, role };
    });
  }

  /** Ends the person's sessions too. Who belongs to no workspace any more is forgotten whole. */
  async remove(workspaceId: string, id: string): Promise<ChangeOutcome> {
    return inTransaction(this.#pool, async (client) => {
      const row = await takeMember(client, workspaceId, id);
      if (!row) return 'not_found';
      if (await isLastOwner(client, workspaceId, row)) return 'last_owner';
      if (row.status === 'invited') {
        await client.query('DELETE FROM invitation WHERE id = $1', [id]);
        return row;
      }
      await client.query('DELETE FROM member WHERE workspace_id = $1 AND user_id = $2', [
        workspaceId,
        id,
      ]);
      await client.query(
        'UPDATE app_user SET session_version = session_version + 1 WHERE id = $1',
        [id],
      );
      await client.query(
        'DELETE FROM app_user u WHERE id = $1 AND NOT EXISTS (SELECT FROM member WHERE user_id = u.id)',
        [id],
      );
      return row;
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

/** Locks the workspace: two owners who remove each other at once must not both succeed. */
async function takeMember(db: Queryable, workspaceId: string, id: string) {
  await db.query('SELECT FROM workspace WHERE id = $1 FOR UPDATE', [workspaceId]);
  const found = await db.query<MemberRow>(`SELECT * FROM (${everyone}) e WHERE id = $2`, [
    workspaceId,
    id,
  ]);
  return found.rows[0];
}

async function isLastOwner(db: Queryable, workspaceId: string, row: MemberRow): Promise<boolean> {
  if (row.status !== 'active' || row.role !== 'owner') return false;
  const found = await db.query(
    `SELECT FROM member WHERE workspace_id = $1 AND role = 'owner' AND user_id <> $2 LIMIT 1`,
    [workspaceId, row.id],
  );
  return found.rows.length === 0;
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
