import type { CodedMessage } from '#lib/core/execution/run.ts';
import { triggerInPlace } from '#lib/core/execution/trigger-in-place.ts';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import { topologyOf } from '#lib/core/graph/topology.ts';
import type { Queryable } from './pool.ts';

/** Held runs that one look takes. */
export const atOnce = 1_000;

/** What a look came to; `ended` are the requests of runs that it ended. */
export type Freed = { looked: number; released: number; ended: string[] };

type Held = { id: string; version: number; node: string; listens: boolean };
type Start = Pick<Held, 'id' | 'version' | 'node'>;
type End = { id: string; status: 'failed' | 'filtered'; error: CodedMessage };
type Lost = {
  id: string;
  request_id: string;
  workflow_id: string;
  version: number;
  event_type: string | null;
  listening: string[];
};

/** Reruns keep their version, and with it their trigger. */
const held = `
SELECT r.id, r.trigger_node_id AS node,
  CASE WHEN r.rerun = 0 THEN coalesce(w.live_version, r.version) ELSE r.version END AS version,
  (r.rerun > 0 OR w.live_version IS NULL OR EXISTS (
    SELECT 1 FROM live_trigger t WHERE t.endpoint_id = r.endpoint_id
      AND t.workflow_id = r.workflow_id AND t.node_id = r.trigger_node_id)) AS listens
FROM run r JOIN workflow w ON w.id = r.workflow_id AND NOT w.paused AND w.deleted_at IS NULL
WHERE r.held AND r.finished_at IS NULL AND ($1::uuid IS NULL OR w.id = $1)
ORDER BY r.id LIMIT ${atOnce} FOR UPDATE OF r SKIP LOCKED`;

/** A run's id starts with its request's millisecond: the others of its request are a range of ids. */
const lost = `
SELECT r.id, r.request_id, r.workflow_id, w.live_version AS version, i.event_type, ARRAY(
    SELECT t.node_id FROM live_trigger t
    WHERE t.endpoint_id = r.endpoint_id AND t.workflow_id = r.workflow_id AND NOT EXISTS (
      SELECT 1 FROM run o WHERE o.id >= (left(r.id::text, 13) || '-0000-0000-000000000000')::uuid
        AND o.id <= (left(r.id::text, 13) || '-ffff-ffff-ffffffffffff')::uuid
        AND o.request_id = r.request_id AND o.workflow_id = r.workflow_id
        AND o.rerun = 0 AND o.version > 0 AND o.trigger_node_id = t.node_id)
    ORDER BY t.node_id) AS listening
FROM run r JOIN workflow w ON w.id = r.workflow_id
JOIN inbound_request i ON i.id = r.request_id
WHERE r.id = ANY($1::uuid[]) ORDER BY r.id`;

/** Their hand-overs stand in the outbox in the order of their requests. */
const start = `
WITH u AS (
  UPDATE run SET held = false, version = s.version, trigger_node_id = s.node
  FROM unnest($1::uuid[], $2::int4[], $3::text[]) AS s(id, version, node)
  WHERE run.id = s.id RETURNING run.id, run.workspace_id, run.request_id
)
INSERT INTO outbox (kind, ref, workspace_id)
SELECT 'run', id, workspace_id FROM u ORDER BY request_id, id`;

const end = `
UPDATE run SET held = false, finished_at = now(), status = e.status, error = e.error::json
FROM unnest($1::uuid[], $2::text[], $3::text[]) AS e(id, status, error)
WHERE run.id = e.id RETURNING run.request_id`;

/**
 * Releases the oldest held runs of workflows that are not paused, within the caller's transaction.
 * A run whose trigger listens no more goes to the trigger that took its place and keeps its id: it
 * is the run that people were shown. Where none did, it ends, on the version that it came to.
 */
export async function releaseSome(
  client: Queryable,
  workflowId: string | undefined,
): Promise<Freed> {
  const { rows } = await client.query<Held>({
    name: 'hold_release',
    text: held,
    values: [workflowId ?? null],
  });
  const kept = rows.filter((row) => row.listens);
  const placed = await placeAll(
    client,
    rows.filter((row) => !row.listens).map(({ id }) => id),
  );
  const starts = [...kept, ...placed.starts];
  if (starts.length > 0) {
    await client.query({ name: 'hold_start', text: start, values: startColumns(starts) });
  }
  return {
    looked: rows.length,
    released: starts.length,
    ended: await endAll(client, placed.ends),
  };
}

const startColumns = (starts: readonly Start[]) => [
  starts.map(({ id }) => id),
  starts.map(({ version }) => version),
  starts.map(({ node }) => node),
];

async function placeAll(client: Queryable, ids: readonly string[]) {
  const starts: Start[] = [];
  const ends: End[] = [];
  if (ids.length === 0) return { starts, ends };
  const { rows } = await client.query<Lost>(lost, [ids]);
  const graphs = new Graphs(client);
  // Two lost triggers of one request never share the one that takes their place.
  const taken = new Set<string>();
  for (const { id, version, event_type: eventType, ...run } of rows) {
    const seat = (node: string) => `${run.request_id} ${run.workflow_id} ${node}`;
    const listening = run.listening.filter((node) => !taken.has(seat(node)));
    const nodes = await graphs.nodes(run.workflow_id, version);
    const place = triggerInPlace({ nodes, listening, eventType });
    if (place.nodeId === undefined) ends.push({ id, ...place });
    else {
      taken.add(seat(place.nodeId));
      starts.push({ id, version, node: place.nodeId });
    }
  }
  return { starts, ends };
}

async function endAll(client: Queryable, ends: readonly End[]): Promise<string[]> {
  if (ends.length === 0) return [];
  const { rows } = await client.query<{ request_id: string }>(end, [
    ends.map(({ id }) => id),
    ends.map(({ status }) => status),
    ends.map(({ error }) => JSON.stringify(error)),
  ]);
  return rows.map((row) => row.request_id);
}

/** The live graphs of one look, each read once. */
class Graphs {
  readonly #client: Queryable;
  readonly #known = new Map<string, ReturnType<typeof topologyOf>['nodes']>();

  constructor(client: Queryable) {
    this.#client = client;
  }

  async nodes(workflowId: string, version: number) {
    const key = `${workflowId} ${version}`;
    const known = this.#known.get(key);
    if (known) return known;
    const { rows } = await this.#client.query<{ graph: GraphDocument }>(
      'SELECT graph FROM workflow_version WHERE workflow_id = $1 AND number = $2',
      [workflowId, version],
    );
    const { nodes } = topologyOf(rows[0]?.graph ?? { schema: 1, nodes: [], edges: [] });
    this.#known.set(key, nodes);
    return nodes;
  }
}
