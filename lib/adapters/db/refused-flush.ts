import type { SideRequest } from '#lib/core/request/new-request.ts';
import { addCountsSql, type Count, countParameters } from './counters.ts';
import { byteaArray, int4Array, textArray, timestampArray, uuidArray } from './pg-array.ts';
import type { Queryable } from './pool.ts';
import { clean } from './request-flush.ts';

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
), c AS (
  INSERT INTO request_content (id, headers, body)
  SELECT * FROM unnest($1::uuid[], $21::text[], $22::bytea[])
)
${addCountsSql(23)}`;

export type RefusedFlush = {
  rows: readonly SideRequest[];
  counts: readonly Count[];
  shard: number;
};

/** Rows and counts of a batch in one statement and one commit. */
export async function runRefusedFlush(
  db: Queryable,
  { rows, counts, shard }: RefusedFlush,
): Promise<void> {
  const texts = (read: (row: SideRequest) => string | null) =>
    textArray(rows.map((row) => clean(read(row))));
  const numbers = (read: (row: SideRequest) => number) => int4Array(rows.map(read));
  const ids = (read: (row: SideRequest) => string) => uuidArray(rows.map(read));
  await db.query({
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
      ...countParameters(counts, shard),
    ],
  });
}
