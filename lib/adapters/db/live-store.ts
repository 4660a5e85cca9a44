import { uuidFloor } from '#lib/core/ids.ts';
import type { CapturedRequest } from '#lib/core/request/inbound-request.ts';
import { EndpointScopes, type EndpointTopic } from './endpoint-scope.ts';
import type { Queryable } from './pool.ts';
import { RequestStore } from './request-store.ts';

/** A run as the live stream shows it. */
export type LiveRunRow = {
  id: string;
  workspaceId: string;
  workflowId: string;
  version: number;
  requestId: string;
  endpointId: string;
  triggerNodeId: string;
  status: string;
  rerunOf: string | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  error: { code: string; message: string } | null;
};
/** What somebody watches. `endpointIds`: the endpoints whose requests belong to it. */
export type LiveScope = {
  workspaceId: string;
  endpointIds: string[];
  workflowId: string | null;
  runId: string | null;
};

const runColumns = `id, workspace_id AS "workspaceId", workflow_id AS "workflowId", version, request_id AS "requestId",
  endpoint_id AS "endpointId", trigger_node_id AS "triggerNodeId", status, rerun_of AS "rerunOf",
  started_at AS "startedAt", finished_at AS "finishedAt", error`;

/** What the live stream reads: never a body, never one row at a time. */
export class LiveStore {
  readonly #db: Queryable;
  readonly #requests: RequestStore;
  readonly #scopes: EndpointScopes;

  constructor(db: Queryable) {
    this.#db = db;
    this.#requests = new RequestStore(db);
    this.#scopes = new EndpointScopes(db);
  }

  requests(ids: string[]): Promise<CapturedRequest[]> {
    return this.#requests.byIds(ids);
  }

  async runs(ids: string[]): Promise<LiveRunRow[]> {
    const { rows } = await this.#db.query<LiveRunRow>({
      name: 'live_runs',
      text: `SELECT ${runColumns} FROM run WHERE id = ANY($1::uuid[])`,
      values: [ids],
    });
    return rows;
  }

  ownsWorkflow(workspaceId: string, workflowId: string): Promise<boolean> {
    return this.#scopes.ownsWorkflow(workspaceId, workflowId);
  }

  /**
   * Without a topic: all that the workspace's endpoints receive. Undefined where the workspace has no
   * such thing. A run may have no row yet: it is taken on trust.
   */
  async scopeOf(
    workspaceId: string,
    topic: EndpointTopic & { runId?: string | undefined },
  ): Promise<LiveScope | undefined> {
    const { runId = null, workflowId = null } = topic;
    if (runId !== null) return { workspaceId, endpointIds: [], workflowId: null, runId };
    const endpointIds = await this.#scopes.endpointIds(workspaceId, topic);
    return endpointIds && { workspaceId, endpointIds, workflowId, runId };
  }

  /** Received since then, oldest first; one more than `limit` where there are more. */
  async requestsSince(scope: LiveScope, since: Date, limit: number): Promise<CapturedRequest[]> {
    if (scope.endpointIds.length === 0) return [];
    const { rows } = await this.#db.query<{ id: string }>(
      `SELECT id FROM inbound_request
       WHERE endpoint_id = ANY($1::uuid[]) AND id >= $2 ORDER BY id LIMIT $3`,
      [scope.endpointIds, uuidFloor(since.getTime()), limit + 1],
    );
    return this.requests(rows.map(({ id }) => id));
  }

  /** Runs that ended since then or haven't ended. */
  async runsSince(scope: LiveScope, since: Date, limit: number): Promise<LiveRunRow[]> {
    const { workspaceId, workflowId, runId, endpointIds } = scope;
    const { rows } = await this.#db.query<LiveRunRow>(
      `SELECT ${runColumns} FROM run
       WHERE workspace_id = $1 AND (finished_at >= $2 OR finished_at IS NULL)
         AND (workflow_id = $3 OR id = $4 OR endpoint_id = ANY($5::uuid[]))
       ORDER BY coalesce(finished_at, started_at) LIMIT $6`,
      [workspaceId, since, workflowId, runId, workflowId ? [] : endpointIds, limit + 1],
    );
    return rows;
  }
}
