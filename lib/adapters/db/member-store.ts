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
