import type { MemberRole } from '#lib/core/principal.ts';
import type { Pool } from './pool.ts';
import type { Database } from './prisma.ts';

export type ApiTokenRow = {
  id: string;
  name: string;
  role: MemberRole;
  hint: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
};
export type NewApiToken = {
  id: string;
  workspaceId: string;
  name: string;
  role: MemberRole;
  hash: Buffer<ArrayBuffer>;
  hint: string;
  createdBy: string | null;
  expiresAt: Date | null;
};
export type BearerToken = { id: string; name: string; workspaceId: string; role: MemberRole };

const shown = {
  id: true,
  name: true,
  role: true,
  hint: true,
  createdAt: true,
  lastUsedAt: true,
  expiresAt: true,
} as const;

export class TokenStore {
  readonly #pool: Pool;
  readonly #db: Database;

  constructor(pool: Pool, db: Database) {
    this.#pool = pool;
    this.#db = db;
  }

  async list(workspaceId: string, page: { before?: string | undefined; limit: number }) {
    const rows = await this.#db.apiToken.findMany({
      where: { workspaceId, ...(page.before && { id: { lt: page.before } }) },
      orderBy: { id: 'desc' },
      take: page.limit,
      select: shown,
    });
    return rows as ApiTokenRow[];
  }

  async create(token: NewApiToken): Promise<ApiTokenRow> {
    return (await this.#db.apiToken.create({ data: token, select: shown })) as ApiTokenRow;
  }

  /** The token's name, or undefined where the workspace has none of that id. */
  async remove(workspaceId: string, id: string): Promise<string | undefined> {
    const found = await this.#pool.query<{ name: string }>(
      'DELETE FROM api_token WHERE workspace_id = $1 AND id = $2 RETURNING name',
      [workspaceId, id],
    );
    return found.rows[0]?.name;
  }

  /**
   * One statement on every call by token. `hashes` holds the current key's first; a token found by
   * the previous key's is stored anew. Its use is noted once a minute at most.
   */
  async findForUse(hashes: Buffer[]): Promise<BearerToken | undefined> {
    const found = await this.#pool.query<BearerToken & { stale: boolean }>({
      name: 'token_for_use',
      text: `SELECT id, name, workspace_id AS "workspaceId", role,
                    hash <> $2 OR last_used_at IS NULL OR last_used_at < now() - interval '1 minute' AS stale
             FROM api_token WHERE hash = ANY($1) AND (expires_at IS NULL OR expires_at > now())`,
      values: [hashes, hashes[0]],
    });
    const row = found.rows[0];
    if (!row) return undefined;
    const { stale, ...token } = row;
    if (stale)
      await this.#pool.query('UPDATE api_token SET last_used_at = now(), hash = $2 WHERE id = $1', [
        token.id,
        hashes[0],
      ]);
    return token;
  }
}
