import type { MemberRole } from '#lib/core/principal.ts';
import type { Pool } from './pool.ts';

export type UserForSignIn = {
  id: string;
  email: string;
  passwordHash: string;
  sessionVersion: number;
};

/** A user as seen from the workspace they work in: the one they joined first. */
export type UserSession = {
  userId: string;
  email: string;
  name: string;
  sessionVersion: number;
  workspaceId: string;
  workspaceName: string;
  role: MemberRole;
};

export class UserStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Only people who are still a member somewhere can sign in. */
  async forSignIn(email: string): Promise<UserForSignIn | undefined> {
    return this.#one('u.email = $1', email);
  }

  async byId(id: string): Promise<UserForSignIn | undefined> {
    return this.#one('u.id = $1', id);
  }

  async #one(where: string, value: string): Promise<UserForSignIn | undefined> {
    const found = await this.#pool.query<UserForSignIn>(
      `SELECT u.id, u.email, u.password_hash AS "passwordHash", u.session_version AS "sessionVersion"
       FROM app_user u WHERE ${where} AND EXISTS (SELECT FROM member m WHERE m.user_id = u.id)`,
      [value],
    );
    return found.rows[0];
  }

  async session(userId: string): Promise<UserSession | undefined> {
    const found = await this.#pool.query<UserSession>({
      name: 'user_session',
      text: `SELECT u.id AS "userId", u.email, u.name, u.session_version AS "sessionVersion",
                    w.id AS "workspaceId", w.name AS "workspaceName", m.role
             FROM app_user u JOIN member m ON m.user_id = u.id JOIN workspace w ON w.id = m.workspace_id
             WHERE u.id = $1 ORDER BY m.created_at, w.id LIMIT 1`,
      values: [userId],
    });
    return found.rows[0];
  }

  async rename(userId: string, name: string): Promise<void> {
    await this.#pool.query('UPDATE app_user SET name = $2 WHERE id = $1', [userId, name]);
  }

  /** Every session begun before is over once this is committed. */
  async endSessions(userId: string): Promise<void> {
    await this.#pool.query(
      'UPDATE app_user SET session_version = session_version + 1 WHERE id = $1',
      [userId],
    );
  }

  async setPassword(userId: string, passwordHash: string): Promise<void> {
    await this.#pool.query(
      'UPDATE app_user SET password_hash = $2, session_version = session_version + 1 WHERE id = $1',
      [userId, passwordHash],
    );
  }
}
