import type { GraphDocument } from '#lib/core/graph/document.ts';
import type {
  VersionAuthor,
  VersionRecord,
  WorkflowRecord,
  WorkflowStatus,
} from '#lib/core/graph/workflow.ts';
import type { DatabaseClient } from './prisma.ts';

const shown = {
  id: true,
  workspaceId: true,
  name: true,
  description: true,
  graph: true,
  revision: true,
  liveVersion: true,
  paused: true,
  createdAt: true,
  updatedAt: true,
} as const;

export type WorkflowQuery = {
  workspaceId: string;
  status?: WorkflowStatus | undefined;
  q?: string | undefined;
  /** Only workflows older than this id. */
  before?: string | undefined;
  limit: number;
};

export type ListedWorkflow = Omit<WorkflowRecord, 'workspaceId' | 'graph'> & {
  nodes: { type: string; name: string }[];
};

/** Workflows and their versions. Deleted ones are not there. */
export class WorkflowStore {
  readonly #db: DatabaseClient;

  constructor(db: DatabaseClient) {
    this.#db = db;
  }

  async insert(workflow: {
    id: string;
    workspaceId: string;
    name: string;
    description: string;
    graph: GraphDocument;
  }): Promise<WorkflowRecord> {
    const row = await this.#db.workflow.create({ data: workflow, select: shown });
    return record(row);
  }

  async find(workspaceId: string, id: string): Promise<WorkflowRecord | undefined> {
    const row = await this.#db.workflow.findFirst({
      where: { id, workspaceId, deletedAt: null },
      select: shown,
    });
    return row ? record(row) : undefined;
  }

  /** Until the transaction ends nobody else saves, publishes, binds to or deletes this workflow. */
  async lock(workspaceId: string, id: string): Promise<WorkflowRecord | undefined> {
    await this.#db.$queryRaw`
      SELECT 1 AS one FROM workflow
      WHERE id = ${id}::uuid AND workspace_id = ${workspaceId}::uuid FOR UPDATE`;
    return this.find(workspaceId, id);
  }

  /** Newest first, steps by name alone: graphs may be large. */
  async list(query: WorkflowQuery): Promise<ListedWorkflow[]> {
    const { workspaceId, status, q, before, limit } = query;
    const like = q === undefined ? null : `%${escapeLike(q)}%`;
    const [isLive, isPaused] = status === undefined ? [null, null] : statusFlags[status];
    return this.#db.$queryRaw<ListedWorkflow[]>`
      SELECT id, name, description, revision, live_version AS "liveVersion", paused,
        created_at AS "createdAt", updated_at AS "updatedAt",
        (SELECT coalesce(json_agg(json_build_object('type', n->'type', 'name', n->'name')), '[]')
         FROM json_array_elements(graph->'nodes') AS n) AS nodes
      FROM workflow
      WHERE workspace_id = ${workspaceId}::uuid AND deleted_at IS NULL
        AND (${before ?? null}::uuid IS NULL OR id < ${before ?? null}::uuid)
        AND (${like}::text IS NULL OR name ILIKE ${like} OR description ILIKE ${like})
        AND (${isLive}::boolean IS NULL OR (live_version IS NOT NULL) = ${isLive})
        AND (${isPaused}::boolean IS NULL OR paused = ${isPaused})
      ORDER BY id DESC LIMIT ${limit}`;
  }

  async saveGraph(id: string, graph: GraphDocument): Promise<WorkflowRecord> {
    return record(
      await this.#db.workflow.update({
        where: { id },
        data: { graph, revision: { increment: 1 }, updatedAt: new Date() },
        select: shown,
      }),
    );
  }

  async rename(
    id: string,
    change: { name?: string | undefined; description?: string | undefined },
  ): Promise<WorkflowRecord> {
    const { name, description } = change;
    return record(
      await this.#db.workflow.update({
        where: { id },
        data: {
          ...(name !== undefined && { name }),
          ...(description !== undefined && { description }),
          updatedAt: new Date(),
        },
        select: shown,
      }),
    );
  }

  async markDeleted(id: string): Promise<void> {
    await this.#db.workflow.update({ where: { id }, data: { deletedAt: new Date() } });
  }

  /** The draft differs from what is live; true while nothing is. */
  async hasChanged(id: string): Promise<boolean> {
    const rows = await this.#db.$queryRaw<{ changed: boolean }[]>`
      SELECT w.graph::jsonb IS DISTINCT FROM v.graph::jsonb AS changed
      FROM workflow w
      LEFT JOIN workflow_version v ON v.workflow_id = w.id AND v.number = w.live_version
      WHERE w.id = ${id}::uuid`;
    return rows[0]?.changed ?? true;
  }

  /** Freezes `graph` as the next version and makes it live. Only under `lock`. */
  async publish(
    id: string,
    version: { graph: GraphDocument; note: string; createdBy: VersionAuthor },
  ): Promise<number> {
    const last = await this.#db.workflowVersion.aggregate({
      where: { workflowId: id },
      _max: { number: true },
    });
    const number = (last._max.number ?? 0) + 1;
    await this.#db.workflowVersion.create({ data: { workflowId: id, number, ...version } });
    await this.#db.workflow.update({
      where: { id },
      data: { liveVersion: number, updatedAt: new Date() },
    });
    return number;
  }

  async versions(
    workflowId: string,
    page: { before?: number | undefined; limit: number },
  ): Promise<VersionRecord[]> {
    const rows = await this.#db.workflowVersion.findMany({
      where: { workflowId, ...(page.before !== undefined && { number: { lt: page.before } }) },
      orderBy: { number: 'desc' },
      take: page.limit,
      select: { number: true, note: true, createdBy: true, createdAt: true },
    });
    return rows as VersionRecord[];
  }

  async version(
    workflowId: string,
    number: number,
  ): Promise<(VersionRecord & { graph: GraphDocument }) | undefined> {
    const row = await this.#db.workflowVersion.findUnique({
      where: { workflowId_number: { workflowId, number } },
      select: { number: true, note: true, createdBy: true, createdAt: true, graph: true },
    });
    return (row as (VersionRecord & { graph: GraphDocument }) | null) ?? undefined;
  }
}

/** Whether it was ever published, and whether it is paused; null: whatever. */
const statusFlags: Record<WorkflowStatus, [boolean, boolean | null]> = {
  draft: [false, null],
  live: [true, false],
  paused: [true, true],
};

function record(row: { graph: unknown }): WorkflowRecord {
  return row as WorkflowRecord;
}

/** `%` and `_` in what a person typed are letters, not wildcards. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
