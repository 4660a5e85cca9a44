import type { RunStatus } from '#lib/core/execution/run.ts';
import { uuidFloor, uuidTime } from '#lib/core/ids.ts';
import type { Queryable } from './pool.ts';

export type WorkflowActivity = {
  workflowId: string;
  runs: number;
  failed: number;
  capped: boolean;
  waiting: number;
  /** `at`: ISO 8601, when its request came. */
  lastRun: { id: string; status: RunStatus; at: string } | null;
  listensTo: { id: string; name: string; scheme: string }[];
};

type Stored = Omit<WorkflowActivity, 'lastRun'> & {
  lastRun: { id: string; status: RunStatus } | null;
};

/** A busy workflow has millions of runs a day: a list says “10,000 or more”, and reads no further. */
const countedRuns = 10_000;
const countedWaiting = 1000;

/**
 * What workflows of one workspace did since a moment, newest runs first, up to `countedRuns` each;
 * tests of a draft (version 0) don't count. Foreign and deleted ids are left out.
 */
export async function workflowActivity(
  db: Queryable,
  input: { workspaceId: string; ids: string[]; since?: Date | undefined },
): Promise<WorkflowActivity[]> {
  const { rows } = await db.query<Stored>({
    name: 'workflow_activity',
    text: `SELECT w.id AS "workflowId", c.runs, c.failed, c.runs >= ${countedRuns} AS capped,
        (SELECT count(*)::int FROM (SELECT 1 FROM run r WHERE r.workflow_id = w.id AND r.held
           LIMIT ${countedWaiting}) AS held) AS waiting,
        (SELECT json_build_object('id', r.id, 'status', r.status) FROM run r
         WHERE r.workflow_id = w.id AND r.version > 0
         ORDER BY r.id DESC LIMIT 1) AS "lastRun",
        (SELECT coalesce(json_agg(json_build_object('id', e.id, 'name', e.name,
             'scheme', coalesce(e.config->'verification'->>'scheme', 'none')) ORDER BY e.id), '[]')
         FROM endpoint e WHERE e.workspace_id = w.workspace_id AND e.deleted_at IS NULL
           AND e.id IN (${listened})) AS "listensTo"
      FROM workflow w CROSS JOIN LATERAL (
        SELECT count(*)::int AS runs, count(*) FILTER (WHERE status = 'failed')::int AS failed
        FROM (SELECT r.status FROM run r
              WHERE r.workflow_id = w.id AND r.version > 0 AND r.id >= $3::uuid
              ORDER BY r.id DESC LIMIT ${countedRuns}) AS recent
      ) AS c
      WHERE w.workspace_id = $1 AND w.id = ANY($2::uuid[]) AND w.deleted_at IS NULL
      ORDER BY w.id DESC`,
    values: [input.workspaceId, input.ids, uuidFloor(Math.max(0, input.since?.getTime() ?? 0))],
  });
  return rows.map((row) => ({ ...row, lastRun: row.lastRun && withTime(row.lastRun) }));
}

function withTime(run: { id: string; status: RunStatus }) {
  return { ...run, at: new Date(uuidTime(run.id)).toISOString() };
}

/** Compared as text: a draft may hold anything where an endpoint's id should stand. */
const listened = `
  SELECT endpoint_id FROM live_trigger WHERE workflow_id = w.id
  UNION SELECT endpoint_id FROM endpoint_binding WHERE workflow_id = w.id
  UNION SELECT named.id FROM endpoint named
    WHERE named.workspace_id = w.workspace_id AND named.id::text IN (
      SELECT lower(given.id) FROM json_array_elements(w.graph->'nodes') AS node
      CROSS JOIN LATERAL json_array_elements_text(
        CASE json_typeof(node->'settings'->'endpointIds') WHEN 'array'
          THEN node->'settings'->'endpointIds' ELSE '[]' END) AS given(id)
      WHERE node->>'type' = 'webhook')`;
