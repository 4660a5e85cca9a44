import type { SecretBox } from '#lib/adapters/secrets/secret-box.ts';
import type { ConnectionSecret } from '#lib/core/execution/types.ts';
import { isUuid } from '#lib/core/ids.ts';
import type { Database } from './prisma.ts';

export type ConnectionRow = {
  id: string;
  name: string;
  type: ConnectionSecret['type'];
  hint: string;
  createdAt: Date;
  updatedAt: Date;
};
export type ConnectionUse = {
  connectionId: string;
  workflows: { id: string; name: string; live: boolean }[];
};
export type ConnectionChange = { name?: string | undefined; secret?: ConnectionSecret | undefined };

const shown = {
  id: true,
  name: true,
  type: true,
  hint: true,
  createdAt: true,
  updatedAt: true,
} as const;

/** Credentials of services, sealed. Every read is of one workspace. */
export class ConnectionStore {
  readonly #db: Database;
  readonly #box: SecretBox;

  constructor(db: Database, box: SecretBox) {
    this.#db = db;
    this.#box = box;
  }

  async list(workspaceId: string, page: { before?: string | undefined; limit: number }) {
    const rows = await this.#db.connection.findMany({
      where: { workspaceId, ...(page.before && { id: { lt: page.before } }) },
      orderBy: { id: 'desc' },
      take: page.limit,
      select: shown,
    });
    return rows as ConnectionRow[];
  }

  async get(workspaceId: string, id: string): Promise<ConnectionRow | undefined> {
    const row = await this.#db.connection.findFirst({ where: { id, workspaceId }, select: shown });
    return (row as ConnectionRow | null) ?? undefined;
  }

  async create(input: {
    id: string;
    workspaceId: string;
    name: string;
    secret: ConnectionSecret;
  }): Promise<ConnectionRow> {
    const { id, workspaceId, name, secret } = input;
    const row = await this.#db.connection.create({
      data: { id, workspaceId, name, ...this.#sealed(id, secret) },
      select: shown,
    });
    return row as ConnectionRow;
  }

  async change(workspaceId: string, id: string, change: ConnectionChange) {
    const { name, secret } = change;
    const found = await this.#db.connection.updateMany({
      where: { id, workspaceId },
      data: {
        ...(name && { name }),
        ...(secret && this.#sealed(id, secret)),
        updatedAt: new Date(),
      },
    });
    return found.count === 0 ? undefined : this.get(workspaceId, id);
  }

  /** The connection's name, or undefined where the workspace has none of that id. */
  async remove(workspaceId: string, id: string): Promise<string | undefined> {
    const row = await this.get(workspaceId, id);
    const found = await this.#db.connection.deleteMany({ where: { id, workspaceId } });
    return found.count === 0 ? undefined : row?.name;
  }

  /** Which workflows name which connection, in their draft or in what is live. */
  async usage(workspaceId: string): Promise<ConnectionUse[]> {
    const rows = await this.#db.$queryRaw<
      { connectionId: string; id: string; name: string; live: boolean }[]
    >`
      SELECT lower(n->'settings'->>'connectionId') AS "connectionId", w.id::text AS id, w.name,
        bool_or(g.live) AS live
      FROM workflow w
      LEFT JOIN workflow_version v ON v.workflow_id = w.id AND v.number = w.live_version
      CROSS JOIN LATERAL (VALUES (w.graph, false), (v.graph, true)) AS g (graph, live)
      CROSS JOIN LATERAL json_array_elements(g.graph->'nodes') AS n
      JOIN connection c ON c.id::text = lower(n->'settings'->>'connectionId')
        AND c.workspace_id = w.workspace_id
      WHERE w.workspace_id = ${workspaceId}::uuid AND w.deleted_at IS NULL
      GROUP BY 1, w.id, w.name ORDER BY w.name, w.id`;
    const byConnection = Map.groupBy(rows, (row) => row.connectionId);
    return [...byConnection].map(([connectionId, users]) => ({
      connectionId,
      workflows: users.map(({ id, name, live }) => ({ id, name, live })),
    }));
  }

  /** Decrypted, for the step that uses it. Undefined where it is gone or of another workspace. */
  async secret(workspaceId: string, id: string): Promise<ConnectionSecret | undefined> {
    if (!isUuid(id)) return undefined;
    const row = await this.#db.connection.findFirst({
      where: { id, workspaceId },
      select: { sealed: true },
    });
    if (!row) return undefined;
    const place = { table: 'connection', id: id.toLowerCase() };
    return JSON.parse(this.#box.open(row.sealed, place)) as ConnectionSecret;
  }

  #sealed(id: string, secret: ConnectionSecret) {
    const sealed = this.#box.seal(JSON.stringify(secret), { table: 'connection', id });
    return { type: secret.type, sealed, hint: hintOf(secret) };
  }
}

/** Enough to tell two connections apart: names whole, of long values the last four characters. */
function hintOf(secret: ConnectionSecret): string {
  switch (secret.type) {
    case 'bearer':
      return tail(secret.token);
    case 'basic':
      return secret.username;
    case 'header':
    case 'query':
      return `${secret.name}: ${tail(secret.value)}`;
  }
}

function tail(value: string): string {
  return value.length >= 12 ? `…${value.slice(-4)}` : '…';
}
