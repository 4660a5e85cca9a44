import type { RunRow, StepRow } from '#lib/core/execution/run.ts';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import { uuidFloor, uuidTime } from '#lib/core/ids.ts';
import type { JsonObject } from '#lib/core/json.ts';
import type { EndpointParts } from '#lib/core/request/endpoint-config.ts';
import type { LoadedRequest, ScopeEndpoint } from '#lib/core/request/scope.ts';
import { uuidArray } from './pg-array.ts';
import type { Queryable } from './pool.ts';
import { type RunRecord, rowToRun, rowToStep, runColumns, type StepDbRow } from './run-rows.ts';

type RequestRow = {
  id: string;
  endpoint_id: string;
  workspace_id: string;
  received_at: Date;
  outcome: string;
  method: string;
  path: string;
  query: string;
  content_type: string | null;
  ip: string;
  event_type: string | null;
  event_id: string | null;
  replay_of: string | null;
  hop: number;
  body_size: number;
  headers: string;
  body: Buffer;
};

/** A trigger of a live version that listens to an endpoint. */
export type ListeningTrigger = {
  endpoint: ScopeEndpoint;
  workflowId: string;
  workflowName: string;
  nodeId: string;
  version: number;
  paused: boolean;
  responds: boolean;
};

type TriggerRow = {
  id: string;
  name: string;
  metadata: JsonObject;
  workflow_id: string;
  workflow_name: string;
  node_id: string;
  version: number;
  paused: boolean;
  responds: boolean;
};

export type LoadedRun = {
  run: RunRow;
  steps: StepRow[];
  workflowName: string;
  paused: boolean;
  endpoint: ScopeEndpoint;
};

type LoadedRunRow = RunRecord & {
  workflow_name: string;
  paused: boolean;
  endpoint_name: string | null;
  metadata: JsonObject | null;
};

const liveTriggers = `
  SELECT e.id, e.name, e.metadata, w.id AS workflow_id, w.name AS workflow_name, t.node_id,
    w.live_version AS version, w.paused, t.responds
  FROM live_trigger t
  JOIN workflow w ON w.id = t.workflow_id AND w.deleted_at IS NULL AND w.live_version IS NOT NULL
  JOIN endpoint e ON e.id = t.endpoint_id`;

/** What the worker reads before it runs anything. Everything is read when work starts, not when it was queued. */
export class RunSource {
  readonly #db: Queryable;

  constructor(db: Queryable) {
    this.#db = db;
  }

  async requests(ids: readonly string[]): Promise<LoadedRequest[]> {
    const { rows } = await this.#db.query<RequestRow>({
      name: 'run_requests',
      text: `SELECT r.id, r.endpoint_id, r.workspace_id, r.received_at, r.outcome, r.method, r.path,
               r.query, r.content_type, r.ip, r.event_type, r.event_id, r.replay_of, r.hop, r.body_size,
               c.headers, c.body
             FROM inbound_request r JOIN request_content c ON c.id = r.id
             WHERE r.id = ANY($1::uuid[]) AND c.id = ANY($1::uuid[])`,
      values: [uuidArray(ids)],
    });
    return rows.map(toRequest);
  }

  /** Of every endpoint that one of the requests came in by. */
  async triggersOfRequests(ids: readonly string[]): Promise<ListeningTrigger[]> {
    const { rows } = await this.#db.query<TriggerRow>({
      name: 'run_triggers',
      text: `${liveTriggers}
             WHERE t.endpoint_id IN
               (SELECT endpoint_id FROM inbound_request WHERE id = ANY($1::uuid[]))
             ORDER BY w.id, t.node_id`,
      values: [uuidArray(ids)],
    });
    return rows.map(toTrigger);
  }

  async triggersOf(endpointId: string): Promise<ListeningTrigger[]> {
    const { rows } = await this.#db.query<TriggerRow>(
      `${liveTriggers} WHERE t.endpoint_id = $1 ORDER BY w.id, t.node_id`,
      [endpointId],
    );
    return rows.map(toTrigger);
  }

  /** Version 0 is the draft. */
  async graph(ref: { workflowId: string; version: number }): Promise<GraphDocument | undefined> {
    const { rows } = await this.#db.query<{ graph: GraphDocument }>(
      ref.version === 0
        ? 'SELECT graph FROM workflow WHERE id = $1'
        : 'SELECT graph FROM workflow_version WHERE workflow_id = $1 AND number = $2',
      ref.version === 0 ? [ref.workflowId] : [ref.workflowId, ref.version],
    );
    return rows[0]?.graph;
  }

  /** Undefined where there is no such workflow; `version` is null where it is not live. */
  async live(workflowId: string): Promise<{ version: number | null; paused: boolean } | undefined> {
    const { rows } = await this.#db.query<{ version: number | null; paused: boolean }>(
      'SELECT live_version AS version, paused FROM workflow WHERE id = $1 AND deleted_at IS NULL',
      [workflowId],
    );
    return rows[0];
  }

  async draft(workspaceId: string, workflowId: string): Promise<GraphDocument | undefined> {
    const { rows } = await this.#db.query<{ graph: GraphDocument }>(
      'SELECT graph FROM workflow WHERE id = $1 AND workspace_id = $2 AND deleted_at IS NULL',
      [workflowId, workspaceId],
    );
    return rows[0]?.graph;
  }

  /** What was set of an endpoint's configuration, a deleted one's too. */
  async endpointParts(endpointId: string): Promise<EndpointParts | undefined> {
    const { rows } = await this.#db.query<{ config: EndpointParts }>(
      'SELECT config FROM endpoint WHERE id = $1',
      [endpointId],
    );
    return rows[0]?.config;
  }

  async runs(ids: readonly string[]): Promise<LoadedRun[]> {
    const { rows } = await this.#db.query<LoadedRunRow>({
      name: 'run_load',
      text: `SELECT ${runColumns('r')}, w.name AS workflow_name, w.paused, e.name AS endpoint_name,
               e.metadata
             FROM run r JOIN workflow w ON w.id = r.workflow_id
             LEFT JOIN endpoint e ON e.id = r.endpoint_id
             WHERE r.id = ANY($1::uuid[])`,
      values: [uuidArray(ids)],
    });
    const steps = await this.#steps(rows.map((row) => row.id));
    return rows.map((row) => ({
      run: rowToRun(row),
      steps: steps.get(row.id) ?? [],
      workflowName: row.workflow_name,
      paused: row.paused,
      endpoint: {
        id: row.endpoint_id,
        name: row.endpoint_name ?? '',
        metadata: row.metadata ?? {},
      },
    }));
  }

  /** The runs that a request itself started: no reruns, no tests. */
  async runIdsOf(requestId: string): Promise<string[]> {
    const ms = uuidTime(requestId);
    const { rows } = await this.#db.query<{ id: string }>({
      name: 'run_ids_of_request',
      text: `SELECT id FROM run
             WHERE id >= $2 AND id < $3 AND request_id = $1 AND rerun = 0 AND version > 0`,
      values: [requestId, uuidFloor(ms), uuidFloor(ms + 1)],
    });
    return rows.map((row) => row.id);
  }

  async #steps(runIds: readonly string[]): Promise<Map<string, StepRow[]>> {
    const byRun = new Map<string, StepRow[]>();
    if (runIds.length === 0) return byRun;
    const { rows } = await this.#db.query<StepDbRow>({
      name: 'run_steps',
      text: 'SELECT * FROM run_step WHERE run_id = ANY($1::uuid[]) ORDER BY run_id, seq',
      values: [uuidArray(runIds)],
    });
    for (const row of rows) {
      const list = byRun.get(row.run_id);
      if (list) list.push(rowToStep(row));
      else byRun.set(row.run_id, [rowToStep(row)]);
    }
    return byRun;
  }
}

function toRequest(row: RequestRow): LoadedRequest {
  return {
    id: row.id,
    endpointId: row.endpoint_id,
    workspaceId: row.workspace_id,
    receivedAt: row.received_at.getTime(),
    outcome: row.outcome,
    method: row.method,
    path: row.path,
    query: row.query,
    headers: JSON.parse(row.headers) as [string, string][],
    contentType: row.content_type,
    body: row.body,
    ip: row.ip,
    eventType: row.event_type,
    eventId: row.event_id,
    replayOf: row.replay_of,
    hop: row.hop,
    bodySize: row.body_size,
  };
}

function toTrigger(row: TriggerRow): ListeningTrigger {
  return {
    endpoint: { id: row.id, name: row.name, metadata: row.metadata },
    workflowId: row.workflow_id,
    workflowName: row.workflow_name,
    nodeId: row.node_id,
    version: row.version,
    paused: row.paused,
    responds: row.responds,
  };
}
