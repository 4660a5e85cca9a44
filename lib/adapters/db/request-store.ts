import type { RunStatus } from '#lib/core/execution/run.ts';
import { uuidFloor, uuidTime } from '#lib/core/ids.ts';
import type {
  HeaderList,
  Outcome,
  ParseState,
  Verdict,
  VerificationStatus,
} from '#lib/core/request/inbound-request.ts';
import type { Queryable } from './pool.ts';
import { escapeLike } from './workflow-store.ts';

/** A captured request without its headers and body. */
export type RequestRow = {
  id: string;
  endpointId: string;
  receivedAt: Date;
  method: string;
  path: string;
  query: string;
  contentType: string | null;
  bodySize: number;
  ip: string;
  verdict: Verdict;
  outcome: Outcome;
  reason: string | null;
  parse: ParseState;
  verification: { status: VerificationStatus; scheme: string; detail: string; secretId?: string };
  eventType: string | null;
  eventId: string | null;
  answerStatus: number;
  answerMs: number;
  duplicateOf: string | null;
  replayOf: string | null;
  edited: boolean;
};

export type RequestReplay = Pick<RequestRow, 'id' | 'receivedAt' | 'outcome' | 'edited'>;
export type RequestRun = { id: string; workflowId: string; status: RunStatus };

export type RequestFilter = {
  workspaceId: string;
  /** Absent: the whole workspace. */
  endpointIds?: string[] | undefined;
  verdict?: string | undefined;
  outcome?: string | undefined;
  reason?: string | undefined;
  /** Its status. */
  verification?: string | undefined;
  /** A subscription: leading dot segments, `*` for one. */
  event?: string | undefined;
  method?: string | undefined;
  q?: string | undefined;
  since?: Date | undefined;
  until?: Date | undefined;
  /** Only requests older than this id. */
  before?: string | undefined;
  limit: number;
};

const columns = `id, endpoint_id AS "endpointId", received_at AS "receivedAt", method, path, query,
  content_type AS "contentType", body_size AS "bodySize", ip, verdict, outcome, reason, parse,
  verification, event_type AS "eventType", event_id AS "eventId", answer_status AS "answerStatus",
  answer_ms AS "answerMs", duplicate_of AS "duplicateOf", replay_of AS "replayOf", edited`;

/** Captured requests, read. Ids carry the time, so times are bounds on ids, and days prune. */
export class RequestStore {
  readonly #db: Queryable;

  constructor(db: Queryable) {
    this.#db = db;
  }

  /** Newest first, never a body. */
  async list(filter: RequestFilter): Promise<RequestRow[]> {
    const where = new Conditions();
    where.add('workspace_id = ?', filter.workspaceId);
    where.add('id < ?', filter.before);
    where.add('id >= ?', filter.since && uuidFloor(filter.since.getTime()));
    where.add('id < ?', filter.until && uuidFloor(filter.until.getTime()));
    where.add('verdict = ?', filter.verdict);
    where.add('outcome = ?', filter.outcome);
    where.add('reason = ?', filter.reason);
    where.add(
      "verification->>'status' = ANY(?::text[])",
      filter.verification && verificationStatuses(filter.verification),
    );
    where.add('method = ?', filter.method?.toUpperCase());
    where.add('event_type ~ ?', filter.event && subscriptionPattern(filter.event));
    where.add(
      `concat_ws(E'\\n', id::text, event_type, event_id, path, query, ip) ILIKE ?`,
      filter.q && `%${escapeLike(filter.q)}%`,
    );
    const { rows } = await this.#db.query<RequestRow>(newestFirst(where, filter), where.values);
    return rows;
  }

  async get(workspaceId: string, id: string): Promise<RequestRow | undefined> {
    const { rows } = await this.#db.query<RequestRow>({
      name: 'request_get',
      text: `SELECT ${columns} FROM inbound_request WHERE id = $1 AND workspace_id = $2`,
      values: [id, workspaceId],
    });
    return rows[0];
  }

  /** Many at once, for the live stream. */
  async byIds(ids: string[]): Promise<RequestRow[]> {
    const { rows } = await this.#db.query<RequestRow>({
      name: 'request_by_ids',
      text: `SELECT ${columns} FROM inbound_request WHERE id = ANY($1::uuid[]) ORDER BY id`,
      values: [ids],
    });
    return rows;
  }

  /** Headers in the order and the case they came in, and how many bytes of the body are kept. */
  async head(id: string): Promise<{ headers: HeaderList; bodyStored: number }> {
    const { rows } = await this.#db.query<{ headers: string; bodyStored: number }>({
      name: 'request_head',
      text: `SELECT headers, length(body) AS "bodyStored" FROM request_content WHERE id = $1`,
      values: [id],
    });
    const [row] = rows;
    if (!row) return { headers: [], bodyStored: 0 };
    return { headers: JSON.parse(row.headers) as HeaderList, bodyStored: row.bodyStored };
  }

  /** The exact bytes. Undefined where the request isn't the workspace's. */
  async body(workspaceId: string, id: string): Promise<Buffer | undefined> {
    const { rows } = await this.#db.query<{ body: Buffer }>({
      name: 'request_body',
      text: `SELECT c.body FROM inbound_request r JOIN request_content c ON c.id = r.id AND c.id = $1
             WHERE r.id = $1 AND r.workspace_id = $2`,
      values: [id, workspaceId],
    });
    return rows[0]?.body;
  }

  /** Runs carry their request's millisecond, so one range of ids holds them all, reruns too. */
  async runs(id: string): Promise<RequestRun[]> {
    const at = uuidTime(id);
    const { rows } = await this.#db.query<RequestRun>({
      name: 'request_runs',
      text: `SELECT id, workflow_id AS "workflowId", status FROM run
             WHERE id >= $1 AND id < $2 AND request_id = $3 ORDER BY rerun, id`,
      values: [uuidFloor(at), uuidFloor(at + 1), id],
    });
    return rows;
  }

  /** Newest first. A replay is younger; the minute is for another node's clock. */
  async replays(id: string): Promise<RequestReplay[]> {
    const { rows } = await this.#db.query<RequestReplay>({
      name: 'request_replays',
      text: `SELECT id, received_at AS "receivedAt", outcome, edited FROM inbound_request
             WHERE replay_of = $1 AND id >= $2 ORDER BY id DESC LIMIT ${mostReplays}`,
      values: [id, uuidFloor(uuidTime(id) - 60_000)],
    });
    return rows;
  }
}

const mostReplays = 20;

/** Of more endpoints than these, walking back through all requests is the shorter way. */
const fewEndpoints = 64;

/**
 * Each endpoint's newest by its own part of the index, then the newest of those: `endpoint_id = ANY`
 * would sort all that the endpoints ever received. The whole workspace is read back by id.
 */
function newestFirst(where: Conditions, { endpointIds, limit }: RequestFilter): string {
  const end = `ORDER BY id DESC LIMIT ${where.value(limit)}`;
  if (endpointIds && endpointIds.length <= fewEndpoints) {
    return `SELECT ${columns} FROM unnest(${where.value(endpointIds)}::uuid[]) AS wanted (endpoint)
      CROSS JOIN LATERAL (SELECT * FROM inbound_request
        WHERE endpoint_id = wanted.endpoint AND ${where.text} ${end}) AS newest ${end}`;
  }
  if (endpointIds) where.add('endpoint_id = ANY(?::uuid[])', endpointIds);
  return `SELECT ${columns} FROM inbound_request WHERE ${where.text} ${end}`;
}

/** `AND`ed conditions whose values become parameters; an undefined or empty one is left out. */
class Conditions {
  readonly values: unknown[] = [];
  readonly #parts: string[] = [];

  add(condition: string, value: unknown): void {
    if (value === undefined || value === '') return;
    this.#parts.push(condition.replace('?', this.value(value)));
  }

  value(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  get text(): string {
    return this.#parts.join(' AND ');
  }
}

/** Nothing to check, or a replay, which nobody checks: for a person both are "not checked". */
function verificationStatuses(status: string): string[] {
  return status === 'not_checked' ? ['not_checked', 'none'] : [status];
}

/** A subscription as a PostgreSQL pattern; says the same as lib/core/graph/event-subscription.ts. */
function subscriptionPattern(subscription: string): string {
  const segments = subscription
    .split('.')
    .map((segment) => (segment === '*' ? '[^.]*' : segment.replaceAll(/[^A-Za-z0-9_]/g, '\\$&')));
  return `^${segments.join('\\.')}(\\.|$)`;
}
