import type { Queryable } from './pool.ts';

/** What a list says of a run beyond its own row. */
export type RunContext = {
  /** Null once the workflow is deleted. */
  workflowName: string | null;
  /** Null where the request is past the days that are kept, or has none. */
  event: string | null;
  replayOf: string | null;
  /** In the order they ended; the trigger isn't among them. Times in ms. */
  steps: { nodeId: string; name: string; status: string; ms: number | null }[];
};

/** Of more steps a list would show nothing but a blur. */
const mostSteps = 24;

/** Reads a page of runs' surroundings in two queries, never an input or output. */
export class RunContexts {
  readonly #db: Queryable;

  constructor(db: Queryable) {
    this.#db = db;
  }

  async of(workspaceId: string, runIds: readonly string[]): Promise<Map<string, RunContext>> {
    if (runIds.length === 0) return new Map();
    const [runs, steps] = await Promise.all([this.#runs(workspaceId, runIds), this.#steps(runIds)]);
    return new Map(runs.map(({ id, ...run }) => [id, { ...run, steps: steps.get(id) ?? [] }]));
  }

  async #runs(workspaceId: string, runIds: readonly string[]) {
    const { rows } = await this.#db.query<Omit<RunContext, 'steps'> & { id: string }>({
      name: 'run_contexts',
      text: `SELECT r.id, w.name AS "workflowName", q.event_type AS event, q.replay_of AS "replayOf"
             FROM run r
             LEFT JOIN workflow w ON w.id = r.workflow_id AND w.deleted_at IS NULL
             LEFT JOIN inbound_request q ON q.id = r.request_id
             WHERE r.id = ANY($1::uuid[]) AND r.workspace_id = $2`,
      values: [runIds, workspaceId],
    });
    return rows;
  }

  async #steps(runIds: readonly string[]): Promise<Map<string, RunContext['steps']>> {
    const { rows } = await this.#db.query<RunContext['steps'][number] & { runId: string }>({
      name: 'run_context_steps',
      text: `SELECT run_id AS "runId", node_id AS "nodeId", name, status,
               (extract(epoch FROM finished_at - started_at) * 1000)::float8 AS ms
             FROM run_step WHERE run_id = ANY($1::uuid[]) ORDER BY run_id, seq, node_id`,
      values: [runIds],
    });
    const byRun = new Map<string, RunContext['steps']>();
    for (const { runId, ...step } of rows) {
      const steps = byRun.get(runId) ?? [];
      if (steps.length < mostSteps) steps.push(step);
      byRun.set(runId, steps);
    }
    return byRun;
  }
}
