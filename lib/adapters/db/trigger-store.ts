import type { Binding, LiveTrigger } from '#lib/core/graph/live-trigger.ts';
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

  liveOf(workflowId: string): Promise<LiveTrigger[]> {
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

  async addLive(workflowId: string, triggers: LiveTrigger[]): Promise<void> {
    await this.#db.liveTrigger.createMany({
      data: triggers.map((trigger) => ({ workflowId, ...trigger })),
    });
  }

  async removeLive(workflowId: string): Promise<void> {
    await this.#db.liveTrigger.deleteMany({ where: { workflowId } });
  }
}
