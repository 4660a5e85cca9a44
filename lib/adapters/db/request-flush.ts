import type { NewRequest, StoreOutcome } from '#lib/core/request/new-request.ts';
import { byteaArray, int4Array, textArray, timestampArray, uuidArray } from './pg-array.ts';
import type { Queryable } from './pool.ts';

/** One request of a flush. `startedAt` is `performance.now()` at its arrival. */
export type FlushItem = { request: NewRequest; startedAt: number };

/**
 * The whole batch in one statement and one commit. Every parameter is a binary array, so one
 * prepared statement serves every batch size (docs/decisions). In order:
 * `alive` the endpoints whose configuration is still the one the requests were judged by. The
 *         statement's snapshot is younger than every request in it, so a change that was answered
 *         before a request came is always seen.
 * `d`     claims the dedupe keys, sorted, so that two flushes never wait for each other crosswise;
 *         a key whose window is over is taken over.
 * `r`     the requests that claimed their key or need none; `c`, `o`, `n` follow from `r` alone.
 * It answers the requests that were not stored: with the one that holds the key, or as moved.
 */
const statement = `
WITH alive AS MATERIALIZED (
  SELECT a.place, e.id AS endpoint_id, e.workspace_id
  FROM unnest($1::uuid[], $2::int4[]) WITH ORDINALITY AS a(id, revision, place)
  JOIN endpoint e ON e.id = a.id AND e.revision = a.revision AND e.deleted_at IS NULL
), v AS MATERIALIZED (
  SELECT alive.endpoint_id, alive.workspace_id, u.*
  FROM unnest($3::int4[], $4::uuid[], $5::timestamptz[], $6::text[], $7::text[], $8::text[],
    $9::text[], $10::int4[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
    $16::int4[], $17::int4[], $18::int4[], $19::bytea[], $20::timestamptz[])
    AS u(place, id, received_at, method, path, query, content_type, body_size, ip, verification,
      event_type, event_id, parse, answer_status, answer_us, hop, key, key_expires_at)
  JOIN alive ON alive.place = u.place
), d AS (
  INSERT INTO dedupe_key AS k (endpoint_id, key, request_id, expires_at)
  SELECT endpoint_id, key, id, key_expires_at FROM v WHERE key IS NOT NULL
  ORDER BY endpoint_id, key
  ON CONFLICT (endpoint_id, key) DO UPDATE
    SET request_id = excluded.request_id, expires_at = excluded.expires_at
    WHERE k.expires_at <= $21::timestamptz
  RETURNING request_id
), r AS (
  INSERT INTO inbound_request (id, endpoint_id, workspace_id, received_at, verdict, outcome, method,
    path, query, content_type, body_size, ip, verification, event_type, event_id, parse,
    answer_status, answer_ms, hop, dedupe_key)
  SELECT id, endpoint_id, workspace_id, received_at, 'accepted', 'waiting', method,
    path, query, content_type, body_size, ip, verification::jsonb, event_type, event_id, parse,
    answer_status, answer_us / 1000.0, hop, key
  FROM v WHERE key IS NULL OR id IN (SELECT request_id FROM d)
  RETURNING id, endpoint_id, workspace_id, received_at
), c AS (
  INSERT INTO request_content (id, headers, body)
  SELECT u.id, u.headers, u.body
  FROM unnest($4::uuid[], $22::text[], $23::bytea[]) AS u(id, headers, body)
  WHERE u.id IN (SELECT id FROM r)
), o AS (
  INSERT INTO outbox (kind, ref, workspace_id) SELECT 'request', id, workspace_id FROM r
), n AS (
  INSERT INTO endpoint_count AS t (endpoint_id, minute, shard, what, n)
  SELECT endpoint_id, date_trunc('minute', received_at), $24::int4, 'accepted', count(*)
  FROM r GROUP BY 1, 2 ORDER BY 1, 2
  ON CONFLICT (endpoint_id, minute, what, shard) DO UPDATE SET n = t.n + excluded.n
)
SELECT u.id, v.id IS NULL AS moved, k.request_id AS holder
FROM unnest($4::uuid[]) AS u(id)
LEFT JOIN v ON v.id = u.id
LEFT JOIN dedupe_key k ON k.endpoint_id = v.endpoint_id AND k.key = v.key
WHERE u.id NOT IN (SELECT id FROM r)`;

type NotStored = { id: string; moved: boolean; holder: string | null };

/** What became of the requests that were not stored; all others of the batch were. */
export async function runFlush(
  db: Queryable,
  batch: readonly FlushItem[],
  at: { shard: number; now: number; clock: number },
): Promise<Map<string, StoreOutcome>> {
  const { rows } = await db.query<NotStored>({
    name: 'door_flush',
    text: statement,
    values: flushParameters(batch, at),
  });
  const outcomes = new Map<string, StoreOutcome>();
  for (const { id, moved, holder } of rows) {
    outcomes.set(id, moved ? { kind: 'moved' } : await heldBy(db, batch, { id, holder }));
  }
  return outcomes;
}

/** A key claimed after this statement's snapshot holds a request that the snapshot doesn't show. */
async function heldBy(
  db: Queryable,
  batch: readonly FlushItem[],
  { id, holder }: { id: string; holder: string | null },
): Promise<StoreOutcome> {
  if (holder !== null) return { kind: 'duplicate', of: holder };
  const request = batch.find((item) => item.request.id === id)?.request;
  const { rows } = await db.query<{ request_id: string }>({
    name: 'door_key_holder',
    text: 'SELECT request_id FROM dedupe_key WHERE endpoint_id = $1 AND key = $2',
    values: [request?.endpointId, request?.dedupe?.key],
  });
  // Released in between (all its runs failed): what looked like a repeat may be judged afresh.
  return rows[0] ? { kind: 'duplicate', of: rows[0].request_id } : { kind: 'moved' };
}

function flushParameters(
  batch: readonly FlushItem[],
  { shard, now, clock }: { shard: number; now: number; clock: number },
): unknown[] {
  const { endpointIds, revisions, places } = groupEndpoints(batch);
  const requests = batch.map((item) => item.request);
  const texts = (read: (request: NewRequest) => string | null) => textArray(requests.map(read));
  const bodies = requests.map((request) => request.body);
  return [
    uuidArray(endpointIds),
    int4Array(revisions),
    int4Array(places),
    uuidArray(requests.map((request) => request.id)),
    timestampArray(requests.map((request) => request.receivedAt)),
    texts((request) => request.method),
    texts((request) => clean(request.path)),
    texts((request) => clean(request.query)),
    texts((request) => clean(request.contentType)),
    int4Array(bodies.map((body) => body.byteLength)),
    texts((request) => request.ip),
    texts((request) => request.verification),
    texts((request) => clean(request.eventType)),
    texts((request) => clean(request.eventId)),
    texts((request) => request.parse),
    int4Array(requests.map((request) => request.answerStatus)),
    int4Array(batch.map((item) => Math.round((clock - item.startedAt) * 1000))),
    int4Array(requests.map((request) => request.hop)),
    byteaArray(requests.map((request) => request.dedupe?.key ?? null)),
    timestampArray(requests.map((request) => request.dedupe?.expiresAt ?? 0)),
    new Date(now),
    texts((request) => request.headers),
    byteaArray(bodies),
    shard,
  ];
}

function groupEndpoints(batch: readonly FlushItem[]) {
  const endpointIds: string[] = [];
  const revisions: number[] = [];
  const known = new Map<string, number>();
  const places = batch.map(({ request }) => {
    const key = `${request.endpointId}${request.revision}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    endpointIds.push(request.endpointId);
    revisions.push(request.revision);
    known.set(key, endpointIds.length);
    return endpointIds.length;
  });
  return { endpointIds, revisions, places };
}

/** PostgreSQL's text takes no NUL. The bytes stay as they came, in the body. */
export function clean(text: string): string;
export function clean(text: string | null): string | null;
export function clean(text: string | null): string | null {
  return text?.includes('\0') ? text.replaceAll('\0', '�') : text;
}
