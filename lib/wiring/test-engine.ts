import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Pool, PoolConfig } from '#lib/adapters/db/pool.ts';
import { Notifications } from '#lib/adapters/live/notifications.ts';
import type { RunRow } from '#lib/core/execution/run.ts';
import type { Answer, NodeContext, NodeOutcome, NodeRun } from '#lib/core/execution/types.ts';
import type { GraphDocument, GraphNode } from '#lib/core/graph/document.ts';
import type { NodeDefinition, NodeKind } from '#lib/core/graph/node-type.ts';
import { uuidv7 } from '#lib/core/ids.ts';
import type { Json, JsonObject } from '#lib/core/json.ts';
import { silentLog } from '#lib/log.ts';
import { Engine } from './engine.ts';
import { buildRunCalls, type RunCalls } from './run-calls.ts';

type Effect = { key: string; attempt: number; body: Json };
type Behave = (context: NodeContext, settings: JsonObject) => NodeOutcome | Promise<NodeOutcome>;

function definition(type: string, kind: NodeKind, outputs: string[]): NodeDefinition {
  const effect = type === 'call';
  return {
    type,
    kind,
    label: type,
    help: '',
    icon: '',
    settings: z.record(z.string(), z.unknown()),
    defaults: {},
    inputs: kind === 'trigger' ? [] : ['in'],
    outputs: () => outputs,
    effect,
    defaultAttempts: effect ? 3 : 1,
  };
}

export const testDefinitions = {
  webhook: definition('webhook', 'trigger', ['out']),
  filter: definition('filter', 'filter', ['match', 'otherwise']),
  call: definition('call', 'action', ['ok', 'error']),
  delay: definition('delay', 'filter', ['out']),
  respond: definition('respond', 'action', ['out']),
  stop: definition('stop', 'filter', []),
};

export const done = (port: string, output: Json = null): NodeOutcome => ({
  kind: 'done',
  port,
  output,
  input: null,
  warnings: [],
});

export function failedCall(retryAfterMs?: number): NodeOutcome {
  const error = { code: 'http_503', message: 'Busy.', retryable: true };
  return {
    kind: 'failed',
    error: retryAfterMs === undefined ? error : { ...error, retryAfterMs },
    output: null,
    input: null,
    warnings: [],
  };
}

/** Nodes of tests' own, whose calls are noted; what `call` does is the test's choice. */
export class TestNodes {
  readonly effects: Effect[] = [];
  call: Behave = () => done('ok');

  get runtimes(): Record<string, NodeRun<never>> {
    const runtimes: Record<string, NodeRun<JsonObject>> = {
      filter: (settings, { scope }) => {
        const body = scope.body as JsonObject;
        return done(body[String(settings.field)] === settings.equals ? 'match' : 'otherwise');
      },
      call: async (settings, context) => {
        const { effectKey, attempt, scope } = context;
        this.effects.push({ key: effectKey, attempt, body: scope.body });
        return this.call(context, settings);
      },
      delay: (settings, { now }) => ({
        kind: 'wait',
        until: now + Number(settings.ms),
        port: 'out',
        output: null,
        input: null,
        warnings: [],
      }),
      respond: (settings) => ({
        kind: 'respond',
        answer: { status: 200, headers: {}, body: String(settings.body) },
        port: 'out',
        output: null,
        input: null,
        warnings: [],
      }),
      stop: () => ({ kind: 'stop', as: 'failed', message: 'Enough.', input: null, warnings: [] }),
    };
    return runtimes as Record<string, NodeRun<never>>;
  }
}

/** `id:type` or `id:type:{"settings":…}`, and `a.port>b`. */
export function graphOf(nodes: readonly string[], edges: readonly string[]): GraphDocument {
  return {
    schema: 1,
    nodes: nodes.map((text): GraphNode => {
      const [, id = '', type = '', settings = '{}'] = /^(\w+):(\w+):?(.*)$/.exec(text) ?? [];
      const parsed = JSON.parse(settings === '' ? '{}' : settings) as JsonObject;
      return { id, type, name: id, position: { x: 0, y: 0 }, settings: parsed };
    }),
    edges: edges.map((text, index) => {
      const [, from = '', port = '', to = ''] = /^(\w+)\.(\w+)>(\w+)$/.exec(text) ?? [];
      return { id: `e${index}`, from: { node: from, port }, to: { node: to, port: 'in' } };
    }),
  };
}

export type TestWorkflow = { workflowId: string; endpointId: string };

/** One process with an engine, over a test's database. */
export class TestEngine {
  readonly nodes: TestNodes;
  readonly engine: Engine;
  readonly calls: RunCalls;
  readonly delivered = new Map<string, Answer>();
  readonly released = new Set<string>();
  readonly notifications: Notifications;
  /** Whether a sender waits at this process's door. */
  waits = false;

  constructor(database: { pool: Pool; config: PoolConfig }, nodes = new TestNodes()) {
    this.nodes = nodes;
    this.notifications = new Notifications(database.config, silentLog);
    this.engine = new Engine({
      pool: database.pool,
      notifications: this.notifications,
      log: silentLog,
      definitions: testDefinitions,
      runtimes: nodes.runtimes,
      send: async () => ({ ok: false, error: { code: 'none', message: '', retryable: false } }),
      connection: async () => undefined,
      answers: {
        deliver: (requestId, answer) => {
          if (this.waits) this.delivered.set(requestId, answer);
          return this.waits;
        },
        release: (requestId) => this.released.add(requestId),
      },
    });
    this.calls = buildRunCalls({
      pool: database.pool,
      notifications: this.notifications,
      shard: 1,
      definitions: testDefinitions,
      nudge: () => this.engine.nudge(),
    });
  }

  async start(): Promise<this> {
    await this.notifications.start();
    await this.engine.start();
    return this;
  }

  async stop(): Promise<void> {
    await this.engine.stop();
    await this.notifications.stop();
  }
}

export class TestStore {
  readonly workspaceId = newId();
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async start(): Promise<this> {
    await this.#pool.query(`INSERT INTO workspace (id, name) VALUES ($1, 'Test')`, [
      this.workspaceId,
    ]);
    return this;
  }

  async endpoint(): Promise<string> {
    const id = newId();
    await this.#pool.query(
      `INSERT INTO endpoint (id, workspace_id, name, config) VALUES ($1, $2, 'Door', '{}')`,
      [id, this.workspaceId],
    );
    return id;
  }

  /** Published as version 1, listening on `endpointId` by every webhook node. */
  async workflow(graph: GraphDocument, endpointId?: string): Promise<TestWorkflow> {
    const workflowId = newId();
    const endpoint = endpointId ?? (await this.endpoint());
    await this.#pool.query(
      `INSERT INTO workflow (id, workspace_id, name, graph) VALUES ($1, $2, 'Flow', $3)`,
      [workflowId, this.workspaceId, JSON.stringify(graph)],
    );
    await this.publish({ workflowId, endpointId: endpoint }, graph);
    return { workflowId, endpointId: endpoint };
  }

  async publish({ workflowId, endpointId }: TestWorkflow, graph: GraphDocument): Promise<void> {
    await this.#pool.query(
      `WITH v AS (
         INSERT INTO workflow_version (workflow_id, number, graph)
         SELECT $1, coalesce(max(number), 0) + 1, $2 FROM workflow_version WHERE workflow_id = $1
         RETURNING number)
       UPDATE workflow SET live_version = (SELECT number FROM v), graph = $2 WHERE id = $1`,
      [workflowId, JSON.stringify(graph)],
    );
    await this.#pool.query('DELETE FROM live_trigger WHERE workflow_id = $1', [workflowId]);
    for (const node of graph.nodes.filter(({ type }) => type === 'webhook')) {
      await this.#pool.query(
        `INSERT INTO live_trigger (endpoint_id, workflow_id, node_id) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING`,
        [endpointId, workflowId, node.id],
      );
    }
  }

  /** As the door's flush does. */
  async accept(
    endpointId: string,
    body: Json,
    more: { event?: string; dedupeKey?: Buffer; outbox?: boolean; groupKey?: string } = {},
  ): Promise<string> {
    const id = newId();
    const { event = null, dedupeKey = null, outbox = true, groupKey = null } = more;
    await this.#pool.query(
      `WITH r AS (
         INSERT INTO inbound_request (id, endpoint_id, workspace_id, received_at, verdict, outcome,
           method, path, query, content_type, body_size, ip, verification, event_type, parse,
           answer_status, answer_ms, dedupe_key)
         VALUES ($1, $2, $3, now(), 'accepted', 'waiting', 'POST', '', '', 'application/json', 1,
           '192.0.2.1', '{}', $4, 'ok', 202, 1, $5)),
       c AS (INSERT INTO request_content (id, headers, body) VALUES ($1, '[]', $6)),
       d AS (INSERT INTO dedupe_key (endpoint_id, key, request_id, expires_at)
             SELECT $2, $5, $1, now() + interval '1 day' WHERE $5::bytea IS NOT NULL),
       n AS (INSERT INTO endpoint_count (endpoint_id, minute, shard, what, n)
             VALUES ($2, date_trunc('minute', now()), 1, 'accepted', 1)
             ON CONFLICT (endpoint_id, minute, what, shard) DO UPDATE SET n = endpoint_count.n + 1)
       INSERT INTO outbox (kind, ref, workspace_id, group_key) SELECT 'request', $1, $3, $8 WHERE $7`,
      [
        id,
        endpointId,
        this.workspaceId,
        event,
        dedupeKey,
        Buffer.from(JSON.stringify(body)),
        outbox,
        groupKey,
      ],
    );
    return id;
  }

  async outcome(requestId: string): Promise<string> {
    const { rows } = await this.#pool.query('SELECT outcome FROM inbound_request WHERE id = $1', [
      requestId,
    ]);
    return rows[0]?.outcome as string;
  }

  async runs(
    requestId: string,
  ): Promise<(Pick<RunRow, 'id' | 'status' | 'version'> & JsonObject)[]> {
    const { rows } = await this.#pool.query(
      'SELECT * FROM run WHERE request_id = $1 ORDER BY rerun, id',
      [requestId],
    );
    return rows;
  }

  async steps(runId: string): Promise<Record<string, string>> {
    const { rows } = await this.#pool.query<{
      node_id: string;
      status: string;
      port: string | null;
    }>('SELECT node_id, status, port FROM run_step WHERE run_id = $1', [runId]);
    return Object.fromEntries(rows.map((row) => [row.node_id, `${row.status} ${row.port}`]));
  }

  async counts(endpointId: string): Promise<Record<string, number>> {
    const { rows } = await this.#pool.query<{ what: string; n: number }>(
      'SELECT what, sum(n)::int8 AS n FROM endpoint_count WHERE endpoint_id = $1 GROUP BY what',
      [endpointId],
    );
    return Object.fromEntries(rows.map(({ what, n }) => [what, n]));
  }
}

export function newId(): string {
  return uuidv7(Date.now(), randomBytes(10));
}

/** Polls until `look` gives something that is not undefined or false. */
export async function eventually<T>(look: () => Promise<T | undefined | false> | T): Promise<T> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found as T;
    if (Date.now() > deadline) throw new Error('What was waited for did not come.');
    await sleep(15);
  }
}
