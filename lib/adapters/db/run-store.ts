import type { RunRow, RunStatus, StepRow } from '#lib/core/execution/run.ts';
import { isUuid, uuidFloor, uuidTime } from '#lib/core/ids.ts';
import type { Queryable } from './pool.ts';
import { type RunRecord, rowToRun, rowToStep, runColumns, type StepDbRow } from './run-rows.ts';

export type RunFilter = {
  workspaceId: string;
  workflowId?: string | undefined;
  requestId?: string | undefined;
  status?: RunStatus | undefined;
  /** Of the request's arrival. */
  since?: Date | undefined;
  until?: Date | undefined;
  /** Only runs before this one: the last of the page before. */
  before?: string | undefined;
  limit: number;
};

export type StoredRun = {
  run: RunRow;
  steps: StepRow[];
  /** The trigger as the version names it; null where the version is gone. */
  trigger: { type: string; name: string } | null;
};

const highest = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const lowest = '00000000-0000-0000-0000-000000000000';

/** Runs as people see them. Every look-up is of one workspace. */
export class RunStore {
  readonly #db: Queryable;

  constructor(db: Queryable) {
    this.#db = db;
  }

  async get(workspaceId: string, id: string): Promise<StoredRun | undefined> {
    if (!isUuid(id)) return undefined;
    const { rows } = await this.#db.query<RunRecord & { trigger: StoredRun['trigger'] }>({
      name: 'run_get',
      text: `SELECT ${runColumns('r')}, (
               SELECT json_build_object('type', n->>'type', 'name', n->>'name')
               FROM json_array_elements(CASE WHEN r.version = 0 THEN w.graph ELSE v.graph END->'nodes') n
               WHERE n->>'id' = r.trigger_node_id LIMIT 1) AS trigger
             FROM run r
             LEFT JOIN workflow w ON w.id = r.workflow_id
             LEFT JOIN workflow_version v ON v.workflow_id = r.workflow_id AND v.number = r.version
             WHERE r.id = $1 AND r.workspace_id = $2`,
      values: [id, workspaceId],
    });
    const [row] = rows;
    if (!row) return undefined;
    return { run: rowToRun(row), steps: await this.#steps(id), trigger: row.trigger };
  }

  /** Newest request first. */
  async list(filter: RunFilter): Promise<RunRow[]> {
    const range = idRange(filter);
    if (!range) return [];
    const { rows } = await this.#db.query<RunRecord>({
      name: 'run_list',
      text: `SELECT ${runColumns('r')} FROM run r
             WHERE r.id >= $2::uuid AND r.id < $3::uuid AND r.workspace_id = $1
               AND ($4::uuid IS NULL OR r.workflow_id = $4)
               AND ($5::uuid IS NULL OR r.request_id = $5)
               AND ($6::text IS NULL OR r.status = $6)
             ORDER BY r.id DESC LIMIT $7`,
      values: [
        filter.workspaceId,
        range.from,
        range.to,
        filter.workflowId ?? null,
        filter.requestId ?? null,
        filter.status ?? null,
        filter.limit,
      ],
    });
    return rows.map(rowToRun);
  }

  async #steps(runId: string): Promise<StepRow[]> {
    const { rows } = await this.#db.query<StepDbRow>({
      name: 'run_get_steps',
      text: 'SELECT * FROM run_step WHERE run_id = $1 ORDER BY seq, node_id, item',
      values: [runId],
    });
    return rows.map(rowToStep);
  }
}

/** A run's id starts with its request's millisecond: times and requests are ranges of ids. */
function idRange(filter: RunFilter): { from: string; to: string } | undefined {
  const { requestId, workflowId, before, since, until } = filter;
  if (before !== undefined && !isUuid(before)) return undefined;
  if (workflowId !== undefined && !isUuid(workflowId)) return undefined;
  if (requestId !== undefined && !isUuid(requestId)) return undefined;
  const lower = [lowest];
  const upper = [highest];
  if (before !== undefined) upper.push(before.toLowerCase());
  if (since) lower.push(uuidFloor(Math.max(0, since.getTime())));
  if (until) upper.push(uuidFloor(Math.max(0, until.getTime() + 1)));
  if (requestId !== undefined) {
    lower.push(uuidFloor(uuidTime(requestId)));
    upper.push(uuidFloor(uuidTime(requestId) + 1));
  }
  return { from: lower.sort().at(-1) ?? lowest, to: upper.sort().at(0) ?? highest };
}
