import type { CapturedRequest } from '#lib/core/request/inbound-request.ts';
import type { Queryable } from './pool.ts';
import { newestRequests, type RequestFilter, requestColumns } from './request-query.ts';
import { escapeLike } from './workflow-store.ts';

/** `goOn`: the id before which an unfinished search goes on; null: `rows` is all up to the limit. */
export type FoundRequests = { rows: CapturedRequest[]; goOn: string | null };

type Search = RequestFilter & { q: string };
type Part = { id: string; body_size: number };

const firstPart = 500;
const largestPart = 4_000;
/** Of a body so many bytes are looked at: the same number stands in the contract. */
const bodyHead = 262_144;
const mostBytes = 32 * 1_048_576;

/**
 * Requests in which a text occurs, in whatever case: in the event, the ids, path, query, address,
 * headers or the body. No index holds that, so they are read back part by part, as long as somebody
 * may wait for it.
 */
export async function searchRequests(
  db: Queryable,
  search: Search,
  // Longer than this nobody waits without a sign of life: the rest is another call.
  patienceMs = 1_500,
): Promise<FoundRequests> {
  const end = performance.now() + patienceMs;
  const rows: CapturedRequest[] = [];
  let before = search.before;
  for (let size = firstPart; ; size = Math.min(size * 2, largestPart)) {
    const { ids, isLast } = await partBefore(db, search, { before, size });
    if (ids.length > 0) {
      rows.push(...(await holding(db, ids, { q: search.q, limit: search.limit - rows.length })));
    }
    if (rows.length >= search.limit || isLast) return { rows, goOn: null };
    before = ids.at(-1);
    if (performance.now() >= end) return { rows, goOn: before ?? null };
  }
}

/** The next requests, newest first; fewer where their bodies are large. */
async function partBefore(
  db: Queryable,
  search: Search,
  { before, size }: { before: string | undefined; size: number },
): Promise<{ ids: string[]; isLast: boolean }> {
  const { text, values } = newestRequests('id, body_size', { ...search, before, limit: size });
  const { rows } = await db.query<Part>(text, values);
  const ids: string[] = [];
  let bytes = 0;
  for (const { id, body_size } of rows) {
    bytes += Math.min(body_size, bodyHead);
    if (bytes > mostBytes && ids.length > 0) break;
    ids.push(id);
  }
  return { ids, isLast: rows.length < size && ids.length === rows.length };
}

/**
 * `$3` and bodies are read as Latin-1, in which each byte is a letter: then letters of ASCII may differ
 * in case, and nothing is found that isn't there. Text holds no NUL, so bodies that do are compared
 * as bytes. Headers are stored as JSON: `$5` is the pattern as JSON writes it.
 */
const holdingStatement = `
SELECT ${requestColumns}
FROM inbound_request JOIN request_content c USING (id)
CROSS JOIN LATERAL (SELECT substring(body FROM 1 FOR ${bodyHead}) AS head) AS part
WHERE id = ANY($1::uuid[]) AND c.id = ANY($1::uuid[]) AND (
  concat_ws(E'\\n', id::text, event_type, event_id, path, query, ip) ILIKE $2
  OR headers ILIKE $5
  OR CASE WHEN position('\\x00'::bytea IN head) > 0
    THEN position(convert_to($3, 'UTF8') IN head) > 0
    ELSE strpos(lower(convert_from(head, 'LATIN1')),
      lower(convert_from(convert_to($3, 'UTF8'), 'LATIN1'))) > 0
    END
)
ORDER BY id DESC LIMIT $4`;

async function holding(
  db: Queryable,
  ids: string[],
  { q, limit }: Pick<Search, 'q' | 'limit'>,
): Promise<CapturedRequest[]> {
  const { rows } = await db.query<CapturedRequest>({
    name: 'request_search',
    text: holdingStatement,
    values: [ids, anywhere(q), q, limit, anywhere(JSON.stringify(q).slice(1, -1))],
  });
  return rows;
}

function anywhere(text: string): string {
  return `%${escapeLike(text)}%`;
}
