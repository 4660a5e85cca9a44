import type { Queryable } from './pool.ts';

export type EndpointActivity = {
  endpointId: string;
  received: number;
  ran: number;
  rejected: number;
  lastReceivedAt: Date | null;
  workflows: { id: string; name: string; live: boolean }[];
};

/**
 * What endpoints of one workspace received since the minute of `since`, and which workflows use
 * them. Sums come from the counters; foreign and deleted ids are left out.
 */
export async function endpointActivity(
  db: Queryable,
  input: { workspaceId: string; ids: string[]; since?: Date | undefined },
): Promise<EndpointActivity[]> {
  const { rows } = await db.query<EndpointActivity>({
    name: 'endpoint_activity',
    text: `SELECT e.id AS "endpointId", c.received, c.ran, c.rejected,
        (SELECT r.received_at FROM inbound_request r
         WHERE r.endpoint_id = e.id AND r.replay_of IS NULL
         ORDER BY r.id DESC LIMIT 1) AS "lastReceivedAt",
        (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'live', u.live)
           ORDER BY u.name, u.id), '[]') FROM (${users}) AS u) AS workflows
      FROM endpoint e CROSS JOIN LATERAL (
        SELECT
          coalesce(sum(n) FILTER (WHERE what IN ('accepted', 'duplicate', 'handshake')
            OR what LIKE 'rejected:%'), 0)::int8 AS received,
          coalesce(sum(n) FILTER (WHERE what = 'ran'), 0)::int8 AS ran,
          coalesce(sum(n) FILTER (WHERE what LIKE 'rejected:%'), 0)::int8 AS rejected
        FROM endpoint_count
        WHERE endpoint_id = e.id
          AND ($3::timestamptz IS NULL OR minute >= date_trunc('minute', $3::timestamptz))
      ) AS c
      WHERE e.workspace_id = $1 AND e.id = ANY($2::uuid[]) AND e.deleted_at IS NULL
      ORDER BY e.id DESC`,
    values: [input.workspaceId, input.ids, input.since ?? null],
  });
  return rows;
}

/** A draft counts only while it still names the endpoint that was minted for it. */
const users = `
  SELECT w.id, w.name, bool_or(found.live) AS live
  FROM (
    SELECT workflow_id, true AS live FROM live_trigger WHERE endpoint_id = e.id
    UNION ALL SELECT workflow_id, false FROM endpoint_binding WHERE endpoint_id = e.id
    UNION ALL SELECT id, false FROM workflow
      WHERE id = e.minted_workflow_id AND graph::text LIKE '%' || e.id::text || '%'
  ) AS found JOIN workflow w ON w.id = found.workflow_id AND w.deleted_at IS NULL
  GROUP BY w.id, w.name`;
