import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { endpointStats } from '#lib/adapters/db/counters.ts';
import { type TestDatabase, testDatabase } from '#lib/adapters/db/test-database.ts';
import { Evaluator } from '#lib/adapters/eval/evaluator.ts';
import { Notifications } from '#lib/adapters/live/notifications.ts';
import { SecretBox } from '#lib/adapters/secrets/secret-box.ts';
import type { EndpointParts } from '#lib/core/request/endpoint-config.ts';
import { readEnvironment } from '#lib/env.ts';
import { silentLog } from '#lib/log.ts';
import { AnswerBoard } from '#lib/usecases/ingest/answer-board.ts';
import { buildDoor } from './door.ts';

const secret = 'a secret for tests';
const box = new SecretBox({ current: 'x'.repeat(32) });
const workspaceId = randomUUID();
let db: TestDatabase;
let nodes: Node[];

type Node = {
  url: string;
  server: Server;
  notifications: Notifications;
  evaluator: Evaluator;
  stop(): Promise<void>;
};

async function startNode(): Promise<Node> {
  const notifications = new Notifications(db.config, silentLog);
  await notifications.start();
  const evaluator = new Evaluator({ root: process.cwd() });
  const door = buildDoor({
    pool: db.pool,
    secrets: box,
    notifications,
    evaluator,
    answers: new AnswerBoard(),
    environment: readEnvironment({}),
    log: silentLog,
    webNodes: () => 1,
    onStored() {},
  });
  const server = createServer((request, response) => door.entrance.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    server,
    notifications,
    evaluator,
    async stop() {
      server.closeAllConnections();
      server.close();
      await door.stop();
      await notifications.stop();
      await evaluator.stop();
    },
  };
}

let endpoint: { id: string; token: string; secretId: string };

async function makeEndpoint(parts: EndpointParts): Promise<typeof endpoint> {
  const made = {
    id: randomUUID(),
    token: randomBytes(16).toString('base64url'),
    secretId: randomUUID(),
  };
  await db.pool.query(
    `INSERT INTO endpoint (id, workspace_id, name, config) VALUES ($1, $2, 'Test', $3)`,
    [made.id, workspaceId, JSON.stringify(parts)],
  );
  await db.pool.query(
    'INSERT INTO endpoint_token (hash, endpoint_id, sealed) VALUES ($1, $2, $3)',
    [box.tokenHash(made.token), made.id, 'unused'],
  );
  await db.pool.query(
    `INSERT INTO endpoint_secret (id, endpoint_id, sealed, hint) VALUES ($1, $2, $3, 'x')`,
    [made.secretId, made.id, box.seal(secret, { table: 'endpoint_secret', id: made.secretId })],
  );
  return made;
}

type Sent = {
  node?: number;
  body?: string | Buffer;
  headers?: Record<string, string>;
  id?: string;
};

async function send({ node = 0, body = '{"action":"opened"}', headers = {}, id }: Sent = {}) {
  const bytes = Buffer.from(body);
  const signature = createHmac('sha256', secret).update(bytes).digest('hex');
  const response = await fetch(`${nodes[node]?.url}/hooks/${endpoint.token}/some/path?a=1`, {
    method: 'POST',
    body: bytes,
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'issues',
      'x-github-delivery': id ?? randomUUID(),
      'x-hub-signature-256': `sha256=${signature}`,
      ...headers,
    },
  });
  const answer = (await response.json()) as Record<string, string>;
  return { status: response.status, answer, headers: response.headers };
}

async function stored(id: string) {
  const { rows } = await db.pool.query(
    `SELECT r.*, c.headers, c.body FROM inbound_request r JOIN request_content c USING (id) WHERE id = $1`,
    [id],
  );
  return rows[0];
}

async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const value = await read();
    if (holds(value) || Date.now() > deadline) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const stats = () => endpointStats(db.pool, endpoint.id, {});

beforeAll(async () => {
  db = await testDatabase();
  await db.pool.query(`INSERT INTO workspace (id, name) VALUES ($1, 'Test')`, [workspaceId]);
  nodes = [await startNode(), await startNode()];
});
beforeEach(async () => {
  endpoint = await makeEndpoint({ verification: { scheme: 'github' } });
});
afterAll(async () => {
  for (const node of nodes) await node.stop();
  await db.drop();
});

test('an accepted request is on disk, byte for byte, before it is answered', async () => {
  const body = ' {"action" : "opened", "text":"żółć 🚀"}\n';
  const { status, answer, headers } = await send({ body, id: 'd-1' });
  expect([status, answer.status]).toEqual([202, 'accepted']);
  expect(headers.get('content-security-policy')).toContain('sandbox');
  const row = await stored(answer.id ?? '');
  expect(row.body.toString()).toBe(body);
  expect(row).toMatchObject({
    verdict: 'accepted',
    outcome: 'waiting',
    path: '/some/path',
    query: 'a=1',
    event_type: 'issues.opened',
    event_id: 'd-1',
    parse: 'ok',
    verification: { status: 'verified', scheme: 'github' },
  });
  const outbox = await db.pool.query('SELECT kind FROM outbox WHERE ref = $1', [answer.id]);
  expect(outbox.rows).toEqual([{ kind: 'request' }]);
});

test('a second delivery with the same id is a duplicate of the first', async () => {
  const first = await send({ id: 'evt_1' });
  const second = await send({ id: 'evt_1' });
  expect(second.status).toBe(200);
  expect(second.answer).toMatchObject({ status: 'duplicate', duplicateOf: first.answer.id });
  expect(await stored(second.answer.id ?? '')).toMatchObject({
    verdict: 'duplicate',
    duplicate_of: first.answer.id,
  });
  expect(await stats()).toMatchObject({ received: 2, duplicate: 1, waiting: 1 });
});

test('a forged delivery is refused with its reason and never burns an id', async () => {
  const forged = await send({
    id: 'evt_2',
    headers: { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` },
  });
  expect([forged.status, forged.answer.code]).toEqual([401, 'bad_signature']);
  expect((await send({ id: 'evt_2' })).status).toBe(202);
  const numbers = await until(stats, ({ rejected }) => rejected === 1);
  expect(numbers).toMatchObject({ received: 2, rejected: 1, byReason: { bad_signature: 1 } });
});

test('the same keys crosswise on two nodes give each delivery to one request', async () => {
  const ids = Array.from({ length: 40 }, (_, index) => `cross-${index}`);
  const [there, back] = await Promise.all([
    Promise.all(ids.map((id) => send({ node: 0, id }))),
    Promise.all(ids.toReversed().map((id) => send({ node: 1, id }))),
  ]);
  const accepted = [...there, ...back].filter(({ status }) => status === 202);
  expect(accepted).toHaveLength(ids.length);
  expect([...there, ...back].filter(({ status }) => status === 200)).toHaveLength(ids.length);
});

test('a secret that was removed verifies nothing, also where the other node still remembers it', async () => {
  expect((await send({ node: 1 })).status).toBe(202);
  await db.pool.query('DELETE FROM endpoint_secret WHERE id = $1', [endpoint.secretId]);
  await db.pool.query('UPDATE endpoint SET revision = revision + 1 WHERE id = $1', [endpoint.id]);
  expect((await send({ node: 1 })).status).toBe(401);
});

test('NUL in an event id and a lone surrogate in a header fail nobody', async () => {
  endpoint = await makeEndpoint({ dedupe: { from: 'body:id', windowSeconds: 60 } });
  const sent = await Promise.all([
    send({ body: '{"id":"a\\u0000b"}' }),
    send({ body: '{"id":"fine"}' }),
    send({ body: '{"id":"\\ud800"}' }),
  ]);
  expect(sent.map(({ status }) => status)).toEqual([202, 202, 202]);
});

test('a packed body is kept as it came and read unpacked; a bomb is refused', async () => {
  endpoint = await makeEndpoint({ maxBodyBytes: 10_000 });
  const packed = gzipSync('{"type":"ping"}');
  const good = await send({ body: packed, headers: { 'content-encoding': 'gzip' } });
  const row = await stored(good.answer.id ?? '');
  expect(row.body).toEqual(packed);
  expect(row.event_type).toBe('ping');
  const bomb = gzipSync(Buffer.alloc(1_000_000));
  const refusal = await send({ body: bomb, headers: { 'content-encoding': 'gzip' } });
  expect([refusal.status, refusal.answer.code]).toEqual([413, 'body_too_large']);
});

test('each refusal says why, and what comes after it works', async () => {
  endpoint = await makeEndpoint({
    maxBodyBytes: 100,
    schema: { type: 'object', required: ['id'] },
    rateLimit: { perSecond: 0.001, burst: 2 },
  });
  const codes = [];
  codes.push((await send({ body: 'x'.repeat(101) })).answer.code);
  codes.push((await send({ headers: { 'hookline-hop': '11' } })).answer.code);
  codes.push((await send({ headers: { 'content-encoding': 'lzma' } })).answer.code);
  codes.push((await send({ body: '{}' })).answer.code);
  codes.push((await send({ body: '{"id":1}' })).answer.status);
  codes.push((await send({ body: '{"id":2}' })).answer.code);
  expect(codes).toEqual([
    'body_too_large',
    'loop_detected',
    'unsupported_encoding',
    'schema_mismatch',
    'accepted',
    'rate_limited',
  ]);
});

test('a rotated URL works through its overlap, then says it is gone; an unknown one was never there', async () => {
  await db.pool.query('UPDATE endpoint_token SET expires_at = $2 WHERE endpoint_id = $1', [
    endpoint.id,
    new Date(Date.now() + 60_000),
  ]);
  expect((await send()).status).toBe(202);
  await db.pool.query('UPDATE endpoint_token SET expires_at = now() WHERE endpoint_id = $1', [
    endpoint.id,
  ]);
  await db.pool.query(`SELECT pg_notify('hookline', $1)`, [
    JSON.stringify([{ kind: 'endpoint', id: endpoint.id }]),
  ]);
  const gone = await until(send, ({ status }) => status === 410);
  expect(gone.answer.code).toBe('endpoint_expired');
  endpoint = { ...endpoint, token: 'nobody-knows-this-token' };
  expect((await send()).status).toBe(404);
});

test('a burst on two nodes is stored once each and counted exactly', async () => {
  const sent = await Promise.all(
    Array.from({ length: 300 }, (_, index) => send({ node: index % 2, body: `{"n":${index}}` })),
  );
  expect(new Set(sent.map(({ answer }) => answer.id)).size).toBe(300);
  expect(await stats()).toMatchObject({ received: 300, waiting: 300 });
});
