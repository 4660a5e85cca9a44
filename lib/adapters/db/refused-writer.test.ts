import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#lib/core/ids.ts';
import type { SideRequest } from '#lib/core/request/new-request.ts';
import { silentLog } from '#lib/log.ts';
import { endpointStats } from './counters.ts';
import { RefusedWriter } from './refused-writer.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let db: TestDatabase;
const now = Date.now();
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

function refusal(endpointId: string, rest: Partial<SideRequest> = {}): SideRequest {
  return {
    id: uuidv7(now, randomBytes(10)),
    endpointId,
    workspaceId: randomUUID(),
    receivedAt: now,
    method: 'POST',
    path: '',
    query: '',
    contentType: null,
    body: Buffer.from('x'),
    bodySize: 1,
    headers: '[]',
    ip: '192.0.2.1',
    verification: '{"status":"failed"}',
    eventType: null,
    eventId: null,
    parse: 'none',
    answerStatus: 401,
    answerMs: 1,
    hop: 0,
    verdict: 'rejected',
    reason: 'bad_signature',
    duplicateOf: null,
    ...rest,
  };
}

function writer(): RefusedWriter {
  return new RefusedWriter({
    pool: db.pool,
    shard: 3,
    log: silentLog,
    now: () => now,
    onStored() {},
  });
}

async function rowsOf(endpointIds: string[]): Promise<{ id: string; body: Buffer }[]> {
  const { rows } = await db.pool.query(
    'SELECT id, body FROM inbound_request JOIN request_content USING (id) WHERE endpoint_id = ANY($1::uuid[])',
    [endpointIds],
  );
  return rows;
}

test('twenty a second of an endpoint are kept, all are counted', async () => {
  const refused = writer();
  const id = randomUUID();
  const stored = await Promise.all(Array.from({ length: 90 }, () => refused.record(refusal(id))));
  expect(stored.every(Boolean)).toBe(true);
  expect(await rowsOf([id])).toHaveLength(20);
  expect(await endpointStats(db.pool, [id], {})).toMatchObject({
    received: 90,
    rejected: 90,
    byReason: { bad_signature: 90 },
  });
  await refused.stop();
});

test('two hundred a second are kept in all', async () => {
  const refused = writer();
  const ids = Array.from({ length: 20 }, () => randomUUID());
  await Promise.all(
    ids.flatMap((id) => Array.from({ length: 15 }, () => refused.record(refusal(id)))),
  );
  expect(await rowsOf(ids)).toHaveLength(200);
  await refused.stop();
});

test('of a large body only the head is kept', async () => {
  const refused = writer();
  const id = randomUUID();
  await refused.record(refusal(id, { body: Buffer.alloc(100_000, 7), bodySize: 100_000 }));
  expect((await rowsOf([id]))[0]?.body).toHaveLength(65_536);
  await refused.stop();
});

test('one that PostgreSQL refuses is counted, and costs the others nothing', async () => {
  const refused = writer();
  const id = randomUUID();
  const poisoned = refusal(id, { verification: '{' });
  const stored = await Promise.all(
    [refusal(id), poisoned, refusal(id), refusal(id)].map((row) => refused.record(row)),
  );
  expect(stored).toEqual([true, true, true, true]);
  expect(await rowsOf([id])).toHaveLength(3);
  expect(await endpointStats(db.pool, [id], {})).toMatchObject({ rejected: 4 });
  await refused.stop();
});
