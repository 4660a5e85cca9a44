import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#lib/core/ids.ts';
import { ensureDay } from './partitions.ts';
import { searchRequests } from './request-search.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

const count = 1_200;
const start = Date.now() - 60_000;
const workspaceId = randomUUID();
const endpointId = randomUUID();
let db: TestDatabase;
let ids: string[];

/** A minute's requests, each with its number in its body. */
beforeAll(async () => {
  db = await testDatabase();
  await db.pool.query(`INSERT INTO workspace (id, name) VALUES ($1, 'Test')`, [workspaceId]);
  for (const time of [start, start + 60_000]) await ensureDay(db.pool, time);
  ids = Array.from({ length: count }, (_, n) => uuidv7(start + n * 50, randomBytes(10)));
  await db.pool.query(
    `INSERT INTO inbound_request (id, endpoint_id, workspace_id, received_at, verdict, outcome, method,
       path, query, body_size, ip, verification, parse, answer_status, answer_ms)
     SELECT id, $2, $3, now(), 'accepted', 'ran', 'POST', '', '', 20, '192.0.2.1', '{"status":"none"}',
       'ok', 202, 1 FROM unnest($1::uuid[]) AS u (id)`,
    [ids, endpointId, workspaceId],
  );
  await db.pool.query(
    `INSERT INTO request_content (id, headers, body)
     SELECT id, '[]', convert_to('number ' || n || '.', 'UTF8')
     FROM unnest($1::uuid[]) WITH ORDINALITY AS u (id, n)`,
    [ids],
  );
});
afterAll(() => db.drop());

const search = { workspaceId, endpointIds: [endpointId], limit: 3 };

test('a search reads back through all parts, newest first, up to its limit', async () => {
  const found = await searchRequests(db.pool, { ...search, q: 'Number 1' });
  expect(found.rows.map(({ id }) => ids.indexOf(id) + 1)).toEqual([1_200, 1_199, 1_198]);
  const oldest = await searchRequests(db.pool, { ...search, q: 'number 1.' });
  expect(oldest).toMatchObject({ rows: [{ id: ids[0] }], goOn: null });
});

test('a search that takes too long says where it goes on, and misses nothing by that', async () => {
  const seen: string[] = [];
  let before: string | undefined;
  let calls = 0;
  do {
    const found = await searchRequests(db.pool, { ...search, q: '5.', limit: 200, before }, 0);
    seen.push(...found.rows.map(({ id }) => id));
    before = found.goOn ?? undefined;
    calls += 1;
  } while (before !== undefined);
  expect(calls).toBe(3);
  expect(seen).toEqual(ids.filter((_, at) => (at + 1) % 10 === 5).toReversed());
});

test('a search stays within its other filters', async () => {
  const only = async (more: object) =>
    (await searchRequests(db.pool, { ...search, q: 'number 7.', ...more })).rows.length;
  expect(await only({})).toBe(1);
  expect(await only({ outcome: 'filtered' })).toBe(0);
  expect(await only({ workspaceId: randomUUID() })).toBe(0);
  expect(await only({ until: new Date(start) })).toBe(0);
});
