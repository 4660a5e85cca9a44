import { uuidFloor } from '#lib/core/ids.ts';
import { type OverviewCounts, overviewCounts } from './overview-counts.ts';
import type { Queryable } from './pool.ts';

export type WorkflowPulse = {
  id: string;
  name: string;
  liveVersion: number | null;
  paused: boolean;
  updatedAt: Date;
  /** Of its last runs that came since the moment asked for, tests left out. */
  runs: number;
  failed: number;
  failedRunId: string | null;
  failedMessage: string | null;
  /** Runs that wait because it is paused, counted up to `mostHeld`. */
  held: number;
  oldestHeldId: string | null;
  lastRunAt: Date | null;
};

export type Rejections = { endpointId: string; reason: string; n: number; first: Date };
export type Expiring = {
  kind: 'endpoint' | 'secrets' | 'token';
  id: string;
  name: string;
  at: Date;
};

const lastRuns = 40;
const mostWorkflows = 500;
/** Beyond this many nobody needs the exact number. */
export const mostHeld = 1000;

/**
 * What Home tells, from the counters and from a bounded number of runs per workflow: its cost
 * doesn't grow with the number of requests.
 */
export class OverviewStore {
  readonly #db: Queryable;

  constructor(db: Queryable) {
    this.#db = db;
  }

  counts(
    endpointIds: string[],
    shape: { since: number; until: number; bucketMs: number },
  ): Promise<OverviewCounts> {
    return overviewCounts(this.#db, endpointIds, shape);
  }

  /** Rejections after a moment of each endpoint's own, and before `until`, by reason. */
  async rejectedAfter(after: ReadonlyMap<string, Date>, until: Date): Promise<Rejections[]> {
    if (after.size === 0) return [];
    const { rows } = await this.#db.query<Rejections>({
      name: 'overview_rejected',
      text: `SELECT c.endpoint_id AS "endpointId", substr(c.what, 10) AS reason,
          sum(c.n)::int8 AS n, min(c.minute) AS first
        FROM unnest($1::uuid[], $2::timestamptz[]) AS a(endpoint_id, after)
        JOIN endpoint_count c ON c.endpoint_id = a.endpoint_id AND c.minute > a.after AND c.minute < $3
        WHERE c.what LIKE 'rejected:%' GROUP BY c.endpoint_id, c.what`,
      values: [[...after.keys()], [...after.values()], until],
    });
    return rows;
  }

  /** The named ones that still exist. */
  async endpointNames(workspaceId: string, ids: string[]): Promise<Map<string, string>> {
    const { rows } = await this.#db.query<{ id: string; name: string }>({
      name: 'overview_names',
      text: `SELECT id, name FROM endpoint
             WHERE workspace_id = $1 AND id = ANY($2::uuid[]) AND deleted_at IS NULL`,
      values: [workspaceId, ids],
    });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Those that no live workflow listens to now. */
  async unheard(endpointIds: string[]): Promise<Set<string>> {
    const { rows } = await this.#db.query<{ id: string }>({
      name: 'overview_unheard',
      text: `SELECT id FROM unnest($1::uuid[]) AS e(id) WHERE NOT EXISTS (
               SELECT 1 FROM live_trigger t JOIN workflow w ON w.id = t.workflow_id
               WHERE t.endpoint_id = e.id AND w.deleted_at IS NULL)`,
      values: [endpointIds],
    });
    return new Set(rows.map(({ id }) => id));
  }

  /** Every workflow, the last changed first. `since`: Unix ms. */
  async workflows(workspaceId: string, since: number): Promise<WorkflowPulse[]> {
    const { rows } = await this.#db.query<WorkflowPulse>({
      name: 'overview_workflows',
      text: workflowsSql,
      values: [workspaceId, uuidFloor(since), lastRuns, mostHeld, mostWorkflows],
    });
    return rows;
  }

  /** When workflows last ran, however long ago; tests left out. */
  async lastRunAt(workflowIds: string[]): Promise<Map<string, Date>> {
    const { rows } = await this.#db.query<{ id: string; at: Date }>({
      name: 'overview_last_run',
      text: `SELECT w.id, r.started_at AS at FROM unnest($1::uuid[]) AS w(id) JOIN LATERAL (
               SELECT started_at FROM run
               WHERE workflow_id = w.id AND version > 0 AND started_at IS NOT NULL
               ORDER BY id DESC LIMIT 1) r ON true`,
      values: [workflowIds],
    });
    return new Map(rows.map(({ id, at }) => [id, at]));
  }

  /** What ends between two moments: endpoints, an endpoint's last secrets, API tokens. */
  async expiring(workspaceId: string, from: Date, until: Date): Promise<Expiring[]> {
    const { rows } = await this.#db.query<Expiring>({
      name: 'overview_expiring',
      text: expiringSql,
      values: [workspaceId, from, until],
    });
    return rows;
  }
}

const workflowsSql = `
  SELECT w.id, w.name, w.live_version AS "liveVersion", w.paused, w.updated_at AS "updatedAt",
    r.runs, r.failed, r.failed_id AS "failedRunId", r.failed_message AS "failedMessage",
    r.last_at AS "lastRunAt", h.n AS held, h.oldest AS "oldestHeldId"
  FROM (
    SELECT * FROM workflow WHERE workspace_id = $1 AND deleted_at IS NULL
    ORDER BY updated_at DESC, id DESC LIMIT $5
  ) w
  CROSS JOIN LATERAL (
    SELECT count(*)::int4 AS runs, count(*) FILTER (WHERE status = 'failed')::int4 AS failed,
      max(started_at) AS last_at,
      (array_agg(id ORDER BY id DESC) FILTER (WHERE status = 'failed'))[1] AS failed_id,
      (array_agg(error->>'message' ORDER BY id DESC) FILTER (WHERE status = 'failed'))[1]
        AS failed_message
    FROM (
      SELECT id, status, error, started_at FROM run
      WHERE workflow_id = w.id AND id >= $2::uuid AND version > 0 AND NOT held
      ORDER BY id DESC LIMIT $3
    ) AS latest
  ) r
  CROSS JOIN LATERAL (
    SELECT count(*)::int4 AS n, (array_agg(id ORDER BY id))[1] AS oldest
    FROM (SELECT id FROM run WHERE workflow_id = w.id AND held ORDER BY id LIMIT $4) AS waiting
  ) h
  ORDER BY w.updated_at DESC, w.id DESC`;

const expiringSql = `
  SELECT * FROM (
    SELECT 'endpoint' AS kind, id, name, expires_at AS at FROM endpoint
    WHERE workspace_id = $1 AND deleted_at IS NULL
    UNION ALL
    SELECT 'secrets', e.id, e.name, max(s.expires_at) FROM endpoint e
    JOIN endpoint_secret s ON s.endpoint_id = e.id
    WHERE e.workspace_id = $1 AND e.deleted_at IS NULL
    GROUP BY e.id, e.name HAVING bool_and(s.expires_at IS NOT NULL)
    UNION ALL
    SELECT 'token', id, name, expires_at FROM api_token WHERE workspace_id = $1
  ) AS ending
  WHERE at > $2 AND at <= $3 ORDER BY at, id LIMIT 20`;
