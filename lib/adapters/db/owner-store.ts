import { randomBytes } from 'node:crypto';
import { uuidv7 } from '#lib/core/ids.ts';
import { inTransaction, type Pool, type Queryable } from './pool.ts';

export type OwnerCode = { hash: Buffer; expiresAt: Date };
export type NewOwner = { email: string; name: string; passwordHash: string; workspaceName: string };
export type Claimed = { userId: string; workspaceId: string };

const codeKey = 'owner_code';

/** Who owns this installation, and the one-time code that proves it while nobody does. */
export class OwnerStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async hasOwner(): Promise<boolean> {
    return hasOwner(this.#pool);
  }

  async firstWorkspace(): Promise<{ id: string; name: string } | undefined> {
    return firstWorkspace(this.#pool);
  }

  async workspace(id: string): Promise<{ id: string; name: string } | undefined> {
    const found = await this.#pool.query<{ id: string; name: string }>(
      'SELECT id, name FROM workspace WHERE id = $1',
      [id],
    );
    return found.rows[0];
  }

  async renameWorkspace(
    id: string,
    name: string,
  ): Promise<{ id: string; name: string } | undefined> {
    const changed = await this.#pool.query<{ id: string; name: string }>(
      'UPDATE workspace SET name = $2 WHERE id = $1 RETURNING id, name',
      [id, name],
    );
    return changed.rows[0];
  }

  /** For scripts that provision before a person comes. */
  async ensureWorkspace(name: string): Promise<string> {
    return inTransaction(this.#pool, async (client) => {
      await lockOwnership(client);
      return ensureWorkspace(client, name);
    });
  }

  /** The latest code replaces any earlier one. */
  async saveCode(code: OwnerCode): Promise<void> {
    const value = { hash: code.hash.toString('hex'), expiresAt: code.expiresAt.toISOString() };
    await this.#pool.query(
      `INSERT INTO instance_setting (key, value) VALUES ($1, $2)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
      [codeKey, JSON.stringify(value)],
    );
  }

  async readCode(): Promise<OwnerCode | undefined> {
    return readCode(this.#pool);
  }

  /**
   * Makes the first owner: user, workspace (or the one that scripts already filled) and membership
   * in one transaction, under a lock, so that of two claims at once one wins. With a `code` it must
   * still be the saved one. Undefined where somebody owns it already or the code was replaced.
   */
  async claim(owner: NewOwner, code?: Buffer): Promise<Claimed | undefined> {
    return inTransaction(this.#pool, async (client) => {
      await lockOwnership(client);
      if (await hasOwner(client)) return undefined;
      const saved = code && (await readCode(client));
      if (code && !saved?.hash.equals(code)) return undefined;
      const workspaceId = await ensureWorkspace(client, owner.workspaceName);
      await client.query('UPDATE workspace SET name = $2 WHERE id = $1', [
        workspaceId,
        owner.workspaceName,
      ]);
      const userId = newId();
      await client.query(
        'INSERT INTO app_user (id, email, name, password_hash) VALUES ($1, $2, $3, $4)',
        [userId, owner.email, owner.name, owner.passwordHash],
      );
      await client.query(
        `INSERT INTO member (workspace_id, user_id, role) VALUES ($1, $2, 'owner')`,
        [workspaceId, userId],
      );
      await client.query('DELETE FROM instance_setting WHERE key = $1', [codeKey]);
      return { userId, workspaceId };
    });
  }
}

async function lockOwnership(db: Queryable): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtext('hookline.owner'))`);
}

async function hasOwner(db: Queryable): Promise<boolean> {
  const found = await db.query(`SELECT 1 FROM member WHERE role = 'owner' LIMIT 1`);
  return found.rows.length > 0;
}

async function firstWorkspace(db: Queryable): Promise<{ id: string; name: string } | undefined> {
  const found = await db.query<{ id: string; name: string }>(
    'SELECT id, name FROM workspace ORDER BY created_at, id LIMIT 1',
  );
  return found.rows[0];
}

async function ensureWorkspace(db: Queryable, name: string): Promise<string> {
  const known = await firstWorkspace(db);
  if (known) return known.id;
  const id = newId();
  await db.query('INSERT INTO workspace (id, name) VALUES ($1, $2)', [id, name]);
  return id;
}

async function readCode(db: Queryable): Promise<OwnerCode | undefined> {
  const found = await db.query<{ value: { hash: string; expiresAt: string } }>(
    'SELECT value FROM instance_setting WHERE key = $1',
    [codeKey],
  );
  const value = found.rows[0]?.value;
  return value && { hash: Buffer.from(value.hash, 'hex'), expiresAt: new Date(value.expiresAt) };
}

function newId(): string {
  return uuidv7(Date.now(), randomBytes(10));
}
