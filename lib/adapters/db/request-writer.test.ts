import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { uuidv7 } from '#lib/core/ids.ts';
import type { NewRequest } from '#lib/core/request/new-request.ts';
import { silentLog } from '#lib/log.ts';
import { endpointStats } from './counters.ts';
import type { Pool, PoolClient } from './pool.ts';
import { RequestWriter } from './request-writer.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

const day = 86_400_000;
let db: TestDatabase;
let endpointId: string;
const workspaceId = randomUUID();

beforeAll(async () => {
  db = await testDatabase();
  await db.pool.query(`INSERT INTO workspace (id, name) VALUES ($1, 'Test')`, [workspaceId]);
});
beforeEach(async () => {
  endpointId = randomUUID();
  await db.pool.query(
    `INSERT INTO endpoint (id, workspace_id, name, config) VALUES ($1, $2, 'Test', '{}')`,
    [endpointId, workspaceId],
  );
});
afterAll(() => db.drop());

type Options = Partial<Omit<NewRequest, 'dedupe'>> & { key?: string; until?: number };

function request({ key, until = Date.now() + day, ...rest }: Options = {}): NewRequest {
  const receivedAt = rest.receivedAt ?? Date.now();
  return {
    id: uuidv7(receivedAt, randomBytes(10)),
    endpointId,
    revision: 1,
    receivedAt,
    method: 'POST',
    path: '',
    query: '',
    contentType: 'application/json',
    body: Buffer.from('{}'),
    headers: '[]',
    ip: '192.0.2.1',
    verification: '{"status":"none"}',
    eventType: null,
    eventId: key ?? null,
    parse: 'ok',
    answerStatus: 202,
    hop: 0,
    dedupe:
      key === undefined
        ? null
        : { key: createHash('sha256').update(key).digest(), expiresAt: until },
    ...rest,
  };
}

function writerOn(pool: Pool, options: { patienceMs?: number } = {}) {
  const committed: string[] = [];
  const writer = new RequestWriter({
    pool,
    shard: 7,
    log: silentLog,
    onStored: (requests) => committed.push(...requests.map(({ id }) => id)),
    ...options,
  });
  const store = (...requests: NewRequest[]) =>
    Promise.all(requests.map((one) => writer.store(one, performance.now())));
  return { writer, store, committed };
}

async function storedIds(): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    'SELECT r.id FROM inbound_request r JOIN request_content USING (id) WHERE endpoint_id = $1',
    [endpointId],
  );
  return rows.map(({ id }) => id);
}

test('a body is stored byte for byte, whatever is in it', async () => {
  const { writer, store } = writerOn(db.pool);
  const body = Buffer.from(Array.from({ length: 512 }, (_, index) => index & 255));
  const one = request({ body, eventType: 'a\0b', path: '/\u{1f680}', query: 'q=\ud800' });
  expect(await store(one)).toEqual([{ kind: 'accepted' }]);
  const { rows } = await db.pool.query(
    'SELECT r.*, c.body FROM inbound_request r JOIN request_content c USING (id) WHERE id = $1',
    [one.id],
  );
  expect(rows[0].body).toEqual(body);
  expect(rows[0]).toMatchObject({
    event_type: 'a\u{fffd}b',
    path: '/\u{1f680}',
    query: 'q=\u{fffd}',
    body_size: 512,
    workspace_id: workspaceId,
    received_at: new Date(one.receivedAt),
  });
  await writer.stop();
});

test('of the same key in one flush the first wins', async () => {
  const { writer, store } = writerOn(db.pool);
  const [first, second, other] = [request({ key: 'a' }), request({ key: 'a' }), request()];
  expect(await store(first, second, other)).toEqual([
    { kind: 'accepted' },
    { kind: 'duplicate', of: first.id },
    { kind: 'accepted' },
  ]);
  await writer.stop();
});

test('the window of a key starts at the first and is over when it is over', async () => {
  const { writer, store } = writerOn(db.pool);
  const until = Date.now() + 60_000;
  const first = request({ key: 'w', until });
  await store(first);
  const later = request({ key: 'w', until: until + day });
  expect(await store(later)).toEqual([{ kind: 'duplicate', of: first.id }]);
  const expiry = 'SELECT expires_at FROM dedupe_key WHERE endpoint_id = $1';
  const { rows } = await db.pool.query(expiry, [endpointId]);
  expect(rows[0].expires_at.getTime()).toBe(until);
  // The writer's clock counts milliseconds, the database's microseconds: over for both.
  const end = `UPDATE dedupe_key SET expires_at = now() - interval '1 second' WHERE endpoint_id = $1`;
  await db.pool.query(end, [endpointId]);
  const next = request({ key: 'w' });
  expect(await store(next)).toEqual([{ kind: 'accepted' }]);
  expect(await store(request({ key: 'w' }))).toEqual([{ kind: 'duplicate', of: next.id }]);
  await writer.stop();
});

test('one request that PostgreSQL refuses costs the others of its flush nothing', async () => {
  const { writer, store } = writerOn(db.pool);
  const good = Array.from({ length: 20 }, () => request());
  const poisoned = request({ verification: '{' });
  const outcomes = await store(...good.slice(0, 7), poisoned, ...good.slice(7));
  expect(outcomes.filter(({ kind }) => kind === 'accepted')).toHaveLength(20);
  expect(outcomes[7]).toEqual({ kind: 'unavailable' });
  expect((await storedIds()).sort()).toEqual(good.map(({ id }) => id).sort());
  expect(await endpointStats(db.pool, [endpointId], {})).toMatchObject({ received: 20 });
  await writer.stop();
});

test('what was judged by another revision, or for a deleted endpoint, is not stored', async () => {
  const { writer, store } = writerOn(db.pool);
  const [old, current] = [request({ revision: 0, key: 'x' }), request({ key: 'x' })];
  expect(await store(old)).toEqual([{ kind: 'moved' }]);
  expect(await store(current)).toEqual([{ kind: 'accepted' }]);
  await db.pool.query('UPDATE endpoint SET deleted_at = now() WHERE id = $1', [endpointId]);
  expect(await store(request())).toEqual([{ kind: 'moved' }]);
  expect(await storedIds()).toEqual([current.id]);
  await writer.stop();
});

test('a day without a partition gets one', async () => {
  const { writer, store } = writerOn(db.pool);
  const old = request({ receivedAt: Date.now() - 40 * day });
  expect(await store(old)).toEqual([{ kind: 'accepted' }]);
  expect(await storedIds()).toEqual([old.id]);
  await writer.stop();
});

test('bodies larger than a flush go alone, small ones with them are not held up', async () => {
  const { writer, store } = writerOn(db.pool);
  const big = Buffer.alloc(9 * 1_048_576, 1);
  const sent = [request({ body: big }), request(), request({ body: big }), request()];
  expect(new Set((await store(...sent)).map(({ kind }) => kind))).toEqual(new Set(['accepted']));
  expect(await storedIds()).toHaveLength(4);
  await writer.stop();
});

/** A pool whose clients lose the answer of the first flush that was committed. */
function losingPool(pool: Pool): Pool {
  let lost = false;
  const wrap = (client: PoolClient) =>
    new Proxy(client, {
      get(target, name) {
        if (name !== 'query') {
          const value = Reflect.get(target, name);
          return typeof value === 'function' ? value.bind(target) : value;
        }
        return async (query: { name?: string }, values?: unknown[]) => {
          const result = await target.query(query as never, values as never);
          if (lost || query.name !== 'door_flush') return result;
          lost = true;
          throw new Error('Connection terminated unexpectedly');
        };
      },
    });
  return { connect: async () => wrap(await pool.connect()) } as unknown as Pool;
}

test('a commit whose answer got lost counts: nothing is stored or counted twice', async () => {
  const { writer, store, committed } = writerOn(losingPool(db.pool));
  const sent = [request({ key: 'l' }), request(), request({ key: 'm' })];
  expect(await store(...sent)).toEqual(sent.map(() => ({ kind: 'accepted' })));
  expect((await storedIds()).sort()).toEqual(sent.map(({ id }) => id).sort());
  expect(committed.sort()).toEqual(sent.map(({ id }) => id).sort());
  expect(await endpointStats(db.pool, [endpointId], {})).toMatchObject({ received: 3, waiting: 3 });
  const outbox = await db.pool.query('SELECT ref FROM outbox WHERE ref = ANY($1::uuid[])', [
    sent.map(({ id }) => id),
  ]);
  expect(outbox.rows).toHaveLength(3);
  await writer.stop();
});

test('a database that does not answer costs a sender its patience, no more', async () => {
  const hanging = { connect: () => new Promise(() => {}) } as unknown as Pool;
  const { store } = writerOn(hanging, { patienceMs: 300 });
  const first = store(request());
  await new Promise((resolve) => setImmediate(resolve));
  const second = store(request());
  expect([...(await first), ...(await second)]).toEqual([
    { kind: 'unavailable' },
    { kind: 'unavailable' },
  ]);
});

test('two writers that claim the same keys in opposite orders share them without a deadlock', async () => {
  const [here, there] = [writerOn(db.pool), writerOn(db.pool)];
  for (let round = 0; round < 10; round += 1) {
    const keys = Array.from({ length: 50 }, (_, index) => `${round}-${index}`);
    const outcomes = await Promise.all([
      here.store(...keys.map((key) => request({ key }))),
      there.store(...keys.toReversed().map((key) => request({ key }))),
    ]);
    const accepted = outcomes.flat().filter(({ kind }) => kind === 'accepted');
    expect(accepted).toHaveLength(50);
  }
  await here.writer.stop();
  await there.writer.stop();
});
