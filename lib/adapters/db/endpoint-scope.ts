import type { Queryable } from './pool.ts';

/** Whose requests are meant: one endpoint's, those a workflow listens to, or (neither) all of them. */
export type EndpointTopic = { endpointId?: string | undefined; workflowId?: string | undefined };

/** Of more endpoints than these, only the newest are looked at. */
const maxEndpoints = 1000;

/** Which endpoints a topic stands for. Deleted ones too: what they received can still be read. */
export class EndpointScopes {
  readonly #db: Queryable;

  constructor(db: Queryable) {
    this.#db = db;
  }

  /** Undefined where the workspace has no such endpoint or workflow. */
  async endpointIds(workspaceId: string, topic: EndpointTopic): Promise<string[] | undefined> {
    const { endpointId, workflowId } = topic;
    if (endpointId !== undefined) {
      return (await this.#has('endpoint', workspaceId, endpointId)) ? [endpointId] : undefined;
    }
    if (workflowId === undefined) return this.#all(workspaceId);
    return (await this.#has('workflow', workspaceId, workflowId))
      ? this.#listenedTo(workflowId)
      : undefined;
  }

  ownsWorkflow(workspaceId: string, workflowId: string): Promise<boolean> {
    return this.#has('workflow', workspaceId, workflowId);
  }

  async #has(table: 'endpoint' | 'workflow', workspaceId: string, id: string): Promise<boolean> {
    const { rowCount } = await this.#db.query(
      `SELECT 1 FROM ${table} WHERE id = $1 AND workspace_id = $2`,
      [id, workspaceId],
    );
    return rowCount === 1;
  }

  async #all(workspaceId: string): Promise<string[]> {
    const { rows } = await this.#db.query<{ id: string }>(
      `SELECT id FROM endpoint WHERE workspace_id = $1 ORDER BY id DESC LIMIT ${maxEndpoints}`,
      [workspaceId],
    );
    return rows.map(({ id }) => id);
  }

  async #listenedTo(workflowId: string): Promise<string[]> {
    const { rows } = await this.#db.query<{ id: string }>(
      `SELECT id FROM (
         SELECT endpoint_id AS id FROM live_trigger WHERE workflow_id = $1
         UNION SELECT endpoint_id FROM endpoint_binding WHERE workflow_id = $1
         UNION SELECT id FROM endpoint WHERE minted_workflow_id = $1
       ) AS listened ORDER BY id DESC LIMIT ${maxEndpoints}`,
      [workflowId],
    );
    return rows.map(({ id }) => id);
  }
}
