import type { SideRequest } from '#lib/core/request/new-request.ts';
import type { Log } from '#lib/log.ts';
import { addCounts, type Count, type Counted } from './counters.ts';
import { GroupCommit } from './group-commit.ts';
import { ensurePartitions } from './partitions.ts';
import { byteaArray, int4Array, textArray, timestampArray, uuidArray } from './pg-array.ts';
import { inTransaction, type Pool, type Queryable } from './pool.ts';
import { clean } from './request-flush.ts';

export type RefusedWriterOptions = { pool: Pool; shard: number; log: Log; now(): number };

type Waiting = { count: Count; row: SideRequest | null; done(stored: boolean): void };

/** In a flood the rest is only counted; the numbers stay true. */
const perEndpointAndSecond = 20;
const perSecond = 200;
const maxWaiting = 20_000;
export const headBytes = 65_536;

/**
 * Stores what starts nothing (refused requests, duplicates, handshakes) behind the accepted ones, up
 * to a cap; beyond it they are counted per reason and minute.
 */
export class RefusedWriter {
  readonly #options: RefusedWriterOptions;
  readonly #group: GroupCommit<Waiting>;
  #second = 0;
  #total = 0;
  readonly #ofEndpoint = new Map<string, number>();

  constructor(options: RefusedWriterOptions) {
    this.#options = options;
    this.#group = new GroupCommit<Waiting>({
      maxItems: 200,
      maxBytes: 8 * 1_048_576,
      bytesOf: ({ row }) => row?.body.byteLength ?? 0,
      flush: (batch) => this.#flush(batch),
    });
  }

  /** Resolves to whether it is on disk: as a row, or beyond the cap in the count. */
  record(request: SideRequest): Promise<boolean> {
    const count = countOf(request);
    if (this.#group.waiting >= maxWaiting) return Promise.resolve(false);
    const row = this.#mayStore(request.endpointId)
      ? { ...request, body: request.body.subarray(0, headBytes) }
      : null;
    return new Promise((done) => this.#group.add({ count, row, done }));
  }

  /** For what must not be kept at all, such as requests to a deleted endpoint. */
  count(request: SideRequest): void {
    if (this.#group.waiting >= maxWaiting) return;
    this.#group.add({ count: countOf(request), row: null, done: () => {} });
  }

  async stop(): Promise<void> {
    await this.#group.drained();
  }

  #mayStore(endpointId: string): boolean {
    const second = Math.floor(this.#options.now() / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#total = 0;
      this.#ofEndpoint.clear();
    }
    const mine = this.#ofEndpoint.get(endpointId) ?? 0;
    if (mine >= perEndpointAndSecond || this.#total >= perSecond) return false;
    this.#ofEndpoint.set(endpointId, mine + 1);
    this.#total += 1;
    return true;
  }

  async #flush(batch: Waiting[]): Promise<void> {
    const stored = await this.#tryWrite(batch);
    for (const { done } of batch) done(stored);
  }

  async #tryWrite(batch: Waiting[]): Promise<boolean> {
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      try {
        await inTransaction(this.#options.pool, (client) => this.#write(client, batch));
        return true;
      } catch (cause) {
        const { code, message } = cause as Error & { code?: string };
        this.#options.log.warn('door.refused_not_stored', { message, attempt });
        if (code === '23514')
          await ensurePartitions(this.#options.pool, this.#options.now()).catch(() => {});
      }
    }
    return false;
  }

  async #write(client: Queryable, batch: Waiting[]): Promise<void> {
    const rows = batch.flatMap(({ row }) => row ?? []);
    if (rows.length > 0) await insertRows(client, rows);
    await addCounts(
      client,
      this.#options.shard,
      batch.map(({ count }) => count),
    );
  }
}

function countOf({ endpointId, receivedAt, verdict, reason }: SideRequest): Count {
  const what: Counted = verdict === 'rejected' ? `rejected:${reason}` : verdict;
  return { endpointId, at: receivedAt, what, n: 1 };
}

const statement = `
WITH r AS (
  INSERT INTO inbound_request (id, endpoint_id, workspace_id, received_at, verdict, outcome, reason,
    method, path, query, content_type, body_size, ip, verification, event_type, event_id, parse,
    answer_status, answer_ms, hop, duplicate_of)
  SELECT id, endpoint_id, workspace_id, received_at, verdict, verdict, reason,
    method, path, query, content_type, body_size, ip, verification::jsonb, event_type, event_id, parse,
    answer_status, answer_us / 1000.0, hop, duplicate_of
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::text[],
    $7::text[], $8::text[], $9::text[], $10::text[], $11::int4[], $12::text[], $13::text[],
    $14::text[], $15::text[], $16::text[], $17::int4[], $18::int4[], $19::int4[], $20::uuid[])
    AS u(id, endpoint_id, workspace_id, received_at, verdict, reason, method, path, query,
      content_type, body_size, ip, verification, event_type, event_id, parse, answer_status,
      answer_us, hop, duplicate_of)
)
INSERT INTO request_content (id, headers, body)
SELECT * FROM unnest($1::uuid[], $21::text[], $22::bytea[])`;

async function insertRows(client: Queryable, rows: readonly SideRequest[]): Promise<void> {
  const texts = (read: (row: SideRequest) => string | null) =>
    textArray(rows.map((row) => clean(read(row))));
  const numbers = (read: (row: SideRequest) => number) => int4Array(rows.map(read));
  const ids = (read: (row: SideRequest) => string) => uuidArray(rows.map(read));
  await client.query({
    name: 'door_refused',
    text: statement,
    values: [
      ids((row) => row.id),
      ids((row) => row.endpointId),
      ids((row) => row.workspaceId),
      timestampArray(rows.map((row) => row.receivedAt)),
      texts((row) => row.verdict),
      texts((row) => row.reason),
      texts((row) => row.method),
      texts((row) => row.path),
      texts((row) => row.query),
      texts((row) => row.contentType),
      numbers((row) => row.bodySize),
      texts((row) => row.ip),
      texts((row) => row.verification),
      texts((row) => row.eventType),
      texts((row) => row.eventId),
      texts((row) => row.parse),
      numbers((row) => row.answerStatus),
      numbers((row) => Math.round(row.answerMs * 1000)),
      numbers((row) => row.hop),
      rows.map((row) => row.duplicateOf),
      texts((row) => row.headers),
      byteaArray(rows.map((row) => row.body)),
    ],
  });
}
