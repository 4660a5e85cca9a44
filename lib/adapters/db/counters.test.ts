import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCountsSql, type Count, countParameters, endpointStats } from './counters.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

const add = (counts: Count[], shard: number) =>
  db.pool.query(addCountsSql(1), countParameters(counts, shard));

test('received is the sum of the seven, over all processes', async () => {
  const endpointId = randomUUID();
  const at = Date.parse('2026-11-24T10:00:30Z');
  const count = (what: Count['what'], n: number): Count => ({ endpointId, at, what, n });
  await add([count('accepted', 5), count('ran', 2), count('accepted', 1)], 1);
  await add([count('accepted', 4), count('filtered', 1), count('captured', 3)], 2);
  await add([count('duplicate', 2), count('handshake', 1), count('rejected:bad_signature', 7)], 2);
  await add([count('rejected:bad_signature', 1), count('rejected:rate_limited', 1)], 2);
  expect(await endpointStats(db.pool, [endpointId], {})).toEqual({
    received: 10 + 2 + 1 + 9,
    handshake: 1,
    rejected: 9,
    duplicate: 2,
    captured: 3,
    waiting: 4,
    ran: 2,
    filtered: 1,
    byReason: { bad_signature: 8, rate_limited: 1 },
  });
});

test('a window takes whole minutes, its first and its last', async () => {
  const endpointId = randomUUID();
  for (const minute of ['09:59', '10:00', '10:01', '10:02'])
    await add(
      [{ endpointId, at: Date.parse(`2026-11-24T${minute}:59Z`), what: 'accepted', n: 1 }],
      1,
    );
  const between = async (since: string, until: string) =>
    (
      await endpointStats(db.pool, [endpointId], {
        since: new Date(`2026-11-24T${since}Z`),
        until: new Date(`2026-11-24T${until}Z`),
      })
    ).received;
  expect(await between('10:00:30', '10:01:00')).toBe(2);
  expect(await between('10:00:00', '10:00:10')).toBe(1);
  expect(await between('09:00:00', '11:00:00')).toBe(4);
});
