import type { RunStatus } from '#lib/core/execution/run.ts';
import { uuidFloor, uuidTime } from '#lib/core/ids.ts';
import type { CapturedRequest, HeaderList } from '#lib/core/request/inbound-request.ts';
import type { Queryable } from './pool.ts';
import { newestRequests, type RequestFilter, requestColumns } from './request-query.ts';
import { type FoundRequests, searchRequests } from './request-search.ts';

export type RequestReplay = Pick<CapturedRequest, 'id' | 'receivedAt' | 'outcome' | 'edited'>;
export type RequestRun = { id: string; workflowId: string; status: RunStatus };

/** Captured requests, read. Ids carry the time, so times are bounds on ids, and days prune. */
export class RequestStore {
  readonly #db: Queryable;

  constructor(db: Queryable) {
    this.#db = db;
  }

  /** Newest first, never a body. What is searched for takes longer: request-search.ts. */
  async list(filter: RequestFilter): Promise<FoundRequests> {
    if (filter.q) return searchRequests(this.#db, { ...filter, q: filter.q });
    const { text, values } = newestRequests(requestColumns, filter);
    const { rows } = await this.#db.query<CapturedRequest>(text, values);
    return { rows, goOn: null };
  }

  async get(workspaceId: string, id: string): Promise<CapturedRequest | undefined> {
    const { rows } = await this.#db.query<CapturedRequest>({
      name: 'request_get',
      text: `SELECT ${requestColumns} FROM inbound_request WHERE id = $1 AND workspace_id = $2`,
      values: [id, workspaceId],
    });
    return rows[0];
  }

  /** Many at once, for the live stream. */
  async byIds(ids: string[]): Promise<CapturedRequest[]> {
    const { rows } = await this.#db.query<CapturedRequest>({
      name: 'request_by_ids',
      text: `SELECT ${requestColumns} FROM inbound_request WHERE id = ANY($1::uuid[]) ORDER BY id`,
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
