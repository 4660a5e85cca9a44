import type { Binding, Listener } from '#lib/core/graph/live-trigger.ts';
import type { DatabaseClient } from './prisma.ts';

/** Who listens to an endpoint: bindings made at run time, and the triggers of live versions. */
export class TriggerStore {
  readonly #db: DatabaseClient;

  constructor(db: DatabaseClient) {
    this.#db = db;
  }

  /** Of endpoints that exist. At most `limit`, newest first; all where none is given. */
  bindings(workflowId: string, limit?: number): Promise<Binding[]> {
    return this.#db.endpointBinding.findMany({
      where: { workflowId, endpoint: { deletedAt: null } },
      orderBy: { endpointId: 'desc' },
      ...(limit !== undefined && { take: limit }),
      select: { endpointId: true, nodeId: true },
    });
  }

  async bind(workflowId: string, binding: Binding): Promise<void> {
    await this.#db.endpointBinding.create({ data: { workflowId, ...binding } });
  }

  async removeBindings(workflowId: string): Promise<void> {
    await this.#db.endpointBinding.deleteMany({ where: { workflowId } });
  }

  liveOf(workflowId: string): Promise<Listener[]> {
    return this.#db.liveTrigger.findMany({
      where: { workflowId },
      select: { endpointId: true, nodeId: true, responds: true },
    });
  }

  /** Names of the workflows whose live version listens to the endpoint. */
  async liveWorkflowsOf(endpointId: string): Promise<string[]> {
    const rows = await this.#db.liveTrigger.findMany({
      where: { endpointId },
      distinct: ['workflowId'],
      select: { workflow: { select: { name: true } } },
    });
    return rows.map((row) => row.workflow.name);
  }

  /** Arrays, not rows: there may be more listeners than a statement has parameters. */
  async addLive(workflowId: string, listeners: Listener[]): Promise<void> {
    const endpointIds = listeners.map(({ endpointId }) => endpointId);
    const nodeIds = listeners.map(({ nodeId }) => nodeId);
    const responds = listeners.map((listener) => listener.responds);
    await this.#db.$executeRaw`
      INSERT INTO live_trigger (endpoint_id, workflow_id, node_id, responds)
      SELECT endpoint_id, ${workflowId}::uuid, node_id, responds
      FROM unnest(${endpointIds}::uuid[], ${nodeIds}::text[], ${responds}::boolean[])
        AS listener (endpoint_id, node_id, responds)`;
  }

  async removeLive(workflowId: string): Promise<void> {
    await this.#db.liveTrigger.deleteMany({ where: { workflowId } });
  }
}
