import type { JsonObject } from '#lib/core/json.ts';
import type { EndpointParts } from '#lib/core/request/endpoint-config.ts';
import type {
  EndpointRecord,
  NewEndpoint,
  SealedSecret,
  SealedToken,
  SecretHint,
} from '#lib/core/request/endpoint-record.ts';
import type { Prisma } from './generated/client.ts';
import type { DatabaseClient } from './prisma.ts';
import { escapeLike } from './workflow-store.ts';

const hint = { id: true, hint: true, createdAt: true, expiresAt: true } as const;
const shown = {
  id: true,
  workspaceId: true,
  name: true,
  config: true,
  metadata: true,
  revision: true,
  expiresAt: true,
  createdAt: true,
} as const satisfies Prisma.EndpointSelect;
type Row = Prisma.EndpointGetPayload<{ select: typeof shown }>;

export type EndpointQuery = {
  workspaceId: string;
  q?: string | undefined;
  workflowId?: string | undefined;
  before?: string | undefined;
  limit: number;
};
export type EndpointChange = {
  name?: string | undefined;
  parts?: EndpointParts | undefined;
  metadata?: JsonObject | undefined;
  expiresAt?: Date | null | undefined;
};

/** Endpoints as people manage them. Deleted ones are not there, unless it says so. */
export class EndpointRecordStore {
  readonly #db: DatabaseClient;

  constructor(db: DatabaseClient) {
    this.#db = db;
  }

  async insert(endpoints: NewEndpoint[]): Promise<void> {
    await this.#db.endpoint.createMany({
      data: endpoints.map((endpoint) => ({
        id: endpoint.id,
        workspaceId: endpoint.workspaceId,
        name: endpoint.name,
        config: endpoint.parts as Prisma.InputJsonObject,
        metadata: endpoint.metadata as Prisma.InputJsonObject,
        expiresAt: endpoint.expiresAt,
        mintedWorkflowId: endpoint.minted?.workflowId ?? null,
        mintedNodeId: endpoint.minted?.nodeId ?? null,
      })),
    });
    await this.#db.endpointToken.createMany({
      data: endpoints.map(({ id, token }) => ({ endpointId: id, ...token })),
    });
    await this.#db.endpointSecret.createMany({
      data: endpoints.flatMap(({ id, secrets }) =>
        secrets.map((secret) => ({ endpointId: id, ...secret })),
      ),
    });
  }

  async find(workspaceId: string, id: string): Promise<EndpointRecord | undefined> {
    const row = await this.#db.endpoint.findFirst({
      where: { id, workspaceId, deletedAt: null },
      select: shown,
    });
    return row ? (await this.#records([row]))[0] : undefined;
  }

  /** Deleted ones too: what they received can still be read. */
  async exists(workspaceId: string, id: string): Promise<boolean> {
    return (await this.#db.endpoint.count({ where: { id, workspaceId } })) > 0;
  }

  /** Until the transaction ends nobody else changes, deletes or publishes with this endpoint. */
  async lock(workspaceId: string, id: string): Promise<EndpointRecord | undefined> {
    await this.#db.$queryRaw`
      SELECT 1 AS one FROM endpoint
      WHERE id = ${id}::uuid AND workspace_id = ${workspaceId}::uuid FOR UPDATE`;
    return this.find(workspaceId, id);
  }

  /** Newest first. */
  async list(query: EndpointQuery): Promise<EndpointRecord[]> {
    const { workspaceId, q, workflowId, before, limit } = query;
    const listened = workflowId === undefined ? undefined : await this.#listenedBy(workflowId);
    const rows = await this.#db.endpoint.findMany({
      where: {
        workspaceId,
        deletedAt: null,
        id: { ...(before && { lt: before }), ...(listened && { in: listened }) },
        ...(q && { name: { contains: escapeLike(q), mode: 'insensitive' as const } }),
      },
      orderBy: { id: 'desc' },
      take: limit,
      select: shown,
    });
    return this.#records(rows);
  }

  /** Live, bound at run time, or named by the draft's minting. */
  async #listenedBy(workflowId: string): Promise<string[]> {
    const rows = await this.#db.$queryRaw<{ id: string }[]>`
      SELECT endpoint_id::text AS id FROM live_trigger WHERE workflow_id = ${workflowId}::uuid
      UNION SELECT endpoint_id::text FROM endpoint_binding WHERE workflow_id = ${workflowId}::uuid
      UNION SELECT id::text FROM endpoint WHERE minted_workflow_id = ${workflowId}::uuid`;
    return rows.map(({ id }) => id);
  }

  /**
   * Of these ids, those of the workspace, deleted ones too. Nobody changes one before the transaction
   * ends. Locked in one order and for good: a shared lock raised later would deadlock two publishes.
   */
  async holdExisting(
    workspaceId: string,
    ids: string[],
  ): Promise<{ id: string; deleted: boolean }[]> {
    if (ids.length === 0) return [];
    return this.#db.$queryRaw<{ id: string; deleted: boolean }[]>`
      SELECT id::text AS id, deleted_at IS NOT NULL AS deleted FROM endpoint
      WHERE id = ANY(${ids}::uuid[]) AND workspace_id = ${workspaceId}::uuid
      ORDER BY id FOR UPDATE`;
  }

  /** The endpoints made for nodes of a workflow. */
  async mintedFor(workflowId: string): Promise<{ id: string; nodeId: string }[]> {
    const rows = await this.#db.endpoint.findMany({
      where: { mintedWorkflowId: workflowId, deletedAt: null },
      select: { id: true, mintedNodeId: true },
    });
    return rows.map((row) => ({ id: row.id, nodeId: row.mintedNodeId ?? '' }));
  }

  /** The sealed current token of each, and what it is called. */
  async tokens(ids: string[]): Promise<{ endpointId: string; sealed: string }[]> {
    return this.#db.endpointToken.findMany({
      where: { endpointId: { in: ids }, expiresAt: null, endpoint: { deletedAt: null } },
      select: { endpointId: true, sealed: true },
    });
  }

  async change(id: string, change: EndpointChange): Promise<void> {
    await this.#db.endpoint.update({
      where: { id },
      data: {
        ...(change.name !== undefined && { name: change.name }),
        ...(change.parts && { config: change.parts as Prisma.InputJsonObject }),
        ...(change.metadata && { metadata: change.metadata as Prisma.InputJsonObject }),
        ...(change.expiresAt !== undefined && { expiresAt: change.expiresAt }),
      },
    });
  }

  /** The token in use ends at `previousExpiresAt`; the new one is the one shown from now on. */
  async rotate(id: string, token: SealedToken, previousExpiresAt: Date): Promise<void> {
    await this.#db.endpointToken.updateMany({
      where: { endpointId: id, expiresAt: null },
      data: { expiresAt: previousExpiresAt },
    });
    await this.#db.endpointToken.create({ data: { endpointId: id, ...token } });
  }

  /** Tokens that were rotated out end now. */
  async endPrevious(id: string): Promise<void> {
    const now = new Date();
    await this.#db.endpointToken.updateMany({
      where: { endpointId: id, expiresAt: { gt: now } },
      data: { expiresAt: now },
    });
  }

  async addSecrets(id: string, secrets: SealedSecret[]): Promise<SecretHint[]> {
    return this.#db.endpointSecret.createManyAndReturn({
      data: secrets.map((secret) => ({ endpointId: id, ...secret })),
      select: hint,
    });
  }

  /** It verifies until then at most: an end set before stays where it is earlier. */
  async endSecret(id: string, secretId: string, expiresAt: Date): Promise<void> {
    await this.#db.endpointSecret.updateMany({
      where: {
        endpointId: id,
        id: secretId,
        OR: [{ expiresAt: null }, { expiresAt: { gt: expiresAt } }],
      },
      data: { expiresAt },
    });
  }

  /** How many there were. */
  async removeSecrets(id: string, secretIds: string[]): Promise<number> {
    const { count } = await this.#db.endpointSecret.deleteMany({
      where: { endpointId: id, id: { in: secretIds } },
    });
    return count;
  }

  async markDeleted(id: string): Promise<void> {
    await this.#db.endpoint.update({ where: { id }, data: { deletedAt: new Date() } });
    await this.#db.endpointBinding.deleteMany({ where: { endpointId: id } });
  }

  /**
   * What belongs to each row, table by table: Prisma would load relations of one row side by side,
   * and a transaction has one connection.
   */
  async #records(rows: Row[]): Promise<EndpointRecord[]> {
    const mine = { endpointId: { in: rows.map((row) => row.id) } };
    const trigger = { endpointId: true, workflowId: true, nodeId: true } as const;
    const tokens = await this.#db.endpointToken.findMany({
      where: { ...mine, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
      orderBy: { createdAt: 'desc' },
      select: { endpointId: true, sealed: true, expiresAt: true },
    });
    const secrets = await this.#db.endpointSecret.findMany({
      where: mine,
      orderBy: { id: 'asc' },
      select: { ...hint, endpointId: true },
    });
    const bound = await this.#db.endpointBinding.findMany({ where: mine, select: trigger });
    const live = await this.#db.liveTrigger.findMany({ where: mine, select: trigger });
    return rows.map((row) => {
      const of = <T extends { endpointId: string }>(all: T[]) =>
        all.filter(({ endpointId }) => endpointId === row.id);
      return toRecord(row, {
        sealedToken: of(tokens).find(({ expiresAt }) => !expiresAt)?.sealed ?? '',
        previousTokens: of(tokens).flatMap(({ sealed, expiresAt }) =>
          expiresAt ? [{ sealed, expiresAt }] : [],
        ),
        secrets: of(secrets).map(({ endpointId: _, ...secret }) => secret),
        triggers: joinTriggers(of(live), of(bound)),
      });
    });
  }
}

function toRecord(
  row: Row,
  owned: Pick<EndpointRecord, 'sealedToken' | 'previousTokens' | 'secrets' | 'triggers'>,
): EndpointRecord {
  const { config, metadata, ...rest } = row;
  return {
    ...rest,
    ...owned,
    parts: config as EndpointParts,
    metadata: metadata as JsonObject,
  };
}

type Trigger = { workflowId: string; nodeId: string };

/** A bound trigger that is live is named once. */
function joinTriggers(live: Trigger[], bound: Trigger[]): EndpointRecord['triggers'] {
  const key = ({ workflowId, nodeId }: Trigger) => `${workflowId} ${nodeId}`;
  const known = new Set(live.map(key));
  const waiting = bound.filter((trigger) => !known.has(key(trigger)));
  const named = ({ workflowId, nodeId }: Trigger, isLive: boolean) => ({
    workflowId,
    nodeId,
    live: isLive,
  });
  return [
    ...live.map((trigger) => named(trigger, true)),
    ...waiting.map((trigger) => named(trigger, false)),
  ];
}
