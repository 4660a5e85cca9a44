import { createHmac } from 'node:crypto';
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { githubHeaders, TestDoor, type Transport, testSecret, until } from './test-door.ts';

const github = { verification: { scheme: 'github' } };
const transports: Transport[] = ['node:http', 'a Next route'];

describe.each(transports)('through %s', (transport) => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await TestDoor.open({ transport });
  });
  afterAll(() => door.close());

  test('an accepted request is on disk, byte for byte, before it is answered', async () => {
    const endpoint = await door.endpoint(github);
    const body = ' {"action" : "opened", "text":"żółć 🚀"}\n';
    const { status, json, headers } = await door.github(endpoint, {
      body,
      id: 'd-1',
      rest: '/some/path?a=1&b=%20',
    });
    expect([status, json.status]).toEqual([202, 'accepted']);
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    const row = await door.stored(json.id);
    expect(row.body.toString()).toBe(body);
    expect(row).toMatchObject({
      verdict: 'accepted',
      outcome: 'waiting',
      path: '/some/path',
      query: 'a=1&b=%20',
      event_type: 'issues.opened',
      event_id: 'd-1',
      parse: 'ok',
      verification: { status: 'verified', scheme: 'github', secretId: endpoint.secretId },
      answer_status: 202,
    });
    const outbox = await door.database.pool.query('SELECT kind FROM outbox WHERE ref = $1', [
      json.id,
    ]);
    expect(outbox.rows).toEqual([{ kind: 'request' }]);
  });

  test('a second delivery with the same id is a duplicate of the first', async () => {
    const endpoint = await door.endpoint(github);
    const first = await door.github(endpoint, { id: 'evt_1' });
    const second = await door.github(endpoint, { id: 'evt_1' });
    expect(second.status).toBe(200);
    expect(second.json).toMatchObject({ status: 'duplicate', duplicateOf: first.json.id });
    expect(await door.stored(second.json.id)).toMatchObject({
      verdict: 'duplicate',
      duplicate_of: first.json.id,
    });
    expect(await door.stats(endpoint)).toMatchObject({ received: 2, duplicate: 1, waiting: 1 });
  });

  test('a forged delivery is refused with its reason and never burns an id', async () => {
    const endpoint = await door.endpoint(github);
    const headers = { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` };
    const forged = await door.github(endpoint, { id: 'evt_2', headers });
    expect([forged.status, forged.json.code]).toEqual([401, 'bad_signature']);
    expect(forged.headers.get('content-type')).toBe('application/problem+json');
    expect((await door.github(endpoint, { id: 'evt_2' })).status).toBe(202);
    const numbers = await until(
      () => door.stats(endpoint),
      ({ rejected }) => rejected === 1,
    );
    expect(numbers).toMatchObject({ received: 2, rejected: 1, byReason: { bad_signature: 1 } });
  });

  test('checks stand in one order: what fails first is what the sender is told', async () => {
    const endpoint = await door.endpoint({
      ...github,
      enabled: false,
      ipAllow: ['203.0.113.0/24'],
      maxBodyBytes: 100,
      rateLimit: { perSecond: 0.001, burst: 3 },
      schema: { type: 'object', required: ['id'] },
    });
    const wrong = {
      method: 'PUT',
      body: 'x'.repeat(101),
      headers: {
        'hookline-hop': '11',
        'content-encoding': 'lzma',
        'x-hub-signature-256': 'sha256=00',
      } as Record<string, string>,
    };
    const code = async (sent: Partial<Parameters<typeof door.github>[1]>) =>
      (await door.github(endpoint, { ...wrong, ...sent })).json.code;
    const told = [];
    await door.change(endpoint, `expires_at = now() - interval '1 second'`);
    told.push(await code({}));
    await door.change(endpoint, 'expires_at = NULL');
    told.push(await code({}));
    await door.change(endpoint, `config = config || '{"enabled":true}'`);
    told.push(await code({}));
    await door.change(endpoint, `config = config - 'ipAllow'`);
    told.push(await code({}));
    told.push(await code({ method: 'POST' }));
    const { 'hookline-hop': _, ...noHop } = wrong.headers;
    told.push(await code({ method: 'POST', headers: noHop }));
    told.push(await code({ method: 'POST', headers: noHop, body: 'x' }));
    const { 'content-encoding': __, ...plain } = noHop;
    told.push(await code({ method: 'POST', headers: plain, body: 'x' }));
    const signed = { method: 'POST', headers: {} };
    told.push(await code({ ...signed, body: 'x' }));
    told.push(await code({ ...signed, body: '{}' }));
    expect((await door.github(endpoint, { ...signed, body: '{"id":1}' })).status).toBe(202);
    told.push(await code({ ...signed, body: '{"id":1}' }));
    expect(told).toEqual([
      'endpoint_expired',
      'endpoint_disabled',
      'ip_not_allowed',
      'method_not_allowed',
      'loop_detected',
      'body_too_large',
      'unsupported_encoding',
      'bad_signature',
      'invalid_body',
      'schema_mismatch',
      'rate_limited',
    ]);
    const { received, rejected } = await until(
      () => door.stats(endpoint),
      (stats) => stats.received === 12,
    );
    expect([received, rejected]).toEqual([12, 11]);
  });

  test('refusals say what to do next: Allow, Retry-After', async () => {
    const endpoint = await door.endpoint({ ...github, methods: ['POST', 'PUT'] });
    const refused = await door.send({ endpoint, method: 'GET' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST, PUT']);
    expect((await door.send({ endpoint, method: 'HEAD' })).text).toBe('');
    await door.change(endpoint, `config = config || '{"enabled":false}'`);
    const disabled = await door.github(endpoint);
    expect(disabled.status).toBe(503);
    expect(Number(disabled.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('a refused request is kept with its reason, its body and no run', async () => {
    const endpoint = await door.endpoint({ ...github, enabled: false });
    await door.github(endpoint, { body: '{"kept":true}' });
    const { rows } = await until(
      () =>
        door.database.pool.query(
          'SELECT r.*, c.body FROM inbound_request r JOIN request_content c USING (id) WHERE endpoint_id = $1',
          [endpoint.id],
        ),
      ({ rows: found }) => found.length > 0,
    );
    expect(rows[0]).toMatchObject({ outcome: 'rejected', reason: 'endpoint_disabled' });
    expect(rows[0].body.toString()).toBe('{"kept":true}');
    expect(rows[0].body_size).toBe(13);
  });

  test('after a hundred wrong signatures an address has to wait, and only there', async () => {
    const endpoint = await door.endpoint(github);
    const other = await door.endpoint(github);
    const headers = { 'x-hub-signature-256': 'sha256=00' };
    const forged = await Promise.all(
      Array.from({ length: 100 }, () => door.github(endpoint, { headers })),
    );
    expect(new Set(forged.map(({ status }) => status))).toEqual(new Set([401]));
    const waiting = await door.github(endpoint);
    expect([waiting.status, waiting.json.code]).toEqual([429, 'rate_limited']);
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await door.github(other)).status).toBe(202);
  });

  test('in a flood of refusals samples are stored and all are counted', async () => {
    const endpoint = await door.endpoint({ ...github, enabled: false });
    await Promise.all(Array.from({ length: 150 }, () => door.github(endpoint)));
    const { byReason } = await until(
      () => door.stats(endpoint),
      ({ rejected }) => rejected === 150,
    );
    expect(byReason).toEqual({ endpoint_disabled: 150 });
    const { rows } = await door.database.pool.query(
      'SELECT count(*) AS n FROM inbound_request WHERE endpoint_id = $1',
      [endpoint.id],
    );
    expect(rows[0].n).toBeGreaterThanOrEqual(20);
    expect(rows[0].n).toBeLessThan(150);
  });

  test('NUL in an event id and a lone surrogate fail nobody', async () => {
    const endpoint = await door.endpoint({ dedupe: { from: 'body:id', windowSeconds: 60 } });
    const headers = { 'content-type': 'application/json' };
    const bodies = ['{"id":"a\\u0000b"}', '{"id":"fine"}', '{"id":"\\ud800"}'];
    const sent = await Promise.all(bodies.map((body) => door.send({ endpoint, body, headers })));
    expect(sent.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect((await door.stored(sent[0]?.json.id)).event_id).toBe('a\u{fffd}b');
    const again = await door.send({ endpoint, body: bodies[0] ?? '', headers });
    expect(again.json.duplicateOf).toBe(sent[0]?.json.id);
  });

  test('a packed body is kept as it came and read unpacked, signed before or after packing', async () => {
    const endpoint = await door.endpoint(github);
    const plain = '{"action":"packed"}';
    const packings = {
      gzip: gzipSync(plain),
      deflate: deflateSync(plain),
      br: brotliCompressSync(plain),
      zstd: zstdCompressSync(plain),
      'gzip, br': brotliCompressSync(gzipSync(plain)),
    };
    for (const [encoding, body] of Object.entries(packings)) {
      for (const signed of [body, plain]) {
        const headers = { ...githubHeaders(signed), 'content-encoding': encoding };
        const { status, json } = await door.send({ endpoint, body, headers });
        expect([encoding, status]).toEqual([encoding, 202]);
        const row = await door.stored(json.id);
        expect(row.body).toEqual(body);
        expect([row.event_type, row.parse]).toEqual(['issues.packed', 'ok']);
      }
    }
    const raw = { endpoint, body: deflateRawSync(plain) };
    const headers = { ...githubHeaders(plain), 'content-encoding': 'deflate' };
    expect((await door.send({ ...raw, headers })).status).toBe(202);
  });

  test('a bomb is refused before it unfolds, a broken packing as such', async () => {
    const endpoint = await door.endpoint({ maxBodyBytes: 10_000 });
    const headers = { 'content-encoding': 'gzip' };
    const bomb = gzipSync(Buffer.alloc(1_000_000));
    const refused = await door.send({ endpoint, body: bomb, headers });
    expect([refused.status, refused.json.code]).toEqual([413, 'body_too_large']);
    const broken = await door.send({ endpoint, body: 'not gzip at all', headers });
    expect([broken.status, broken.json.code]).toEqual([400, 'bad_encoding']);
  });

  test('a handshake passes before a secret is set, and once it is only signed', async () => {
    const endpoint = await door.endpoint({ verification: { scheme: 'slack' } });
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    const headers = { 'content-type': 'application/json' };
    const unsigned = await door.send({ endpoint, body, headers });
    expect([unsigned.status, unsigned.json.code]).toEqual([401, 'missing_signature']);
    const timestamp = String(Math.floor(Date.now() / 1000));
    const digest = createHmac('sha256', testSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    const signed = await door.send({
      endpoint,
      body,
      headers: {
        ...headers,
        'x-slack-signature': `v0=${digest}`,
        'x-slack-request-timestamp': timestamp,
      },
    });
    expect(signed.status).toBe(200);
    expect(signed.json).toEqual({ challenge: 'abc' });
    await door.database.pool.query('DELETE FROM endpoint_secret WHERE id = $1', [
      endpoint.secretId,
    ]);
    await door.change(endpoint, 'name = name');
    expect((await door.send({ endpoint, body, headers })).json).toEqual({ challenge: 'abc' });
    const delivery = { endpoint, body: '{"type":"event_callback"}', headers };
    expect((await door.send(delivery)).status).toBe(401);
    const stats = await until(
      () => door.stats(endpoint),
      ({ received }) => received === 4,
    );
    expect(stats).toMatchObject({ handshake: 2, rejected: 2 });
  });

  test('the endpoint answers as it is configured to', async () => {
    const endpoint = await door.endpoint({
      response: {
        status: 201,
        headers: { 'Content-Type': 'text/html', 'X-Own': 'yes' },
        body: '<b>thanks</b>',
        waitSeconds: 10,
      },
    });
    const { status, text, headers } = await door.send({ endpoint, body: 'x' });
    expect([status, text]).toEqual([201, '<b>thanks</b>']);
    expect([headers.get('content-type'), headers.get('x-own')]).toEqual(['text/html', 'yes']);
    await door.change(endpoint, `config = '{"response":{"status":204,"headers":{},"body":null}}'`);
    expect((await door.send({ endpoint, body: 'x' })).status).toBe(204);
  });

  test('shared secrets are not kept with the request that showed them', async () => {
    const endpoint = await door.endpoint({ verification: { scheme: 'bearer' } });
    const headers = { authorization: `Bearer ${testSecret}`, cookie: 'session=abcdef' };
    const { status, json } = await door.send({ endpoint, body: '{}', headers });
    expect(status).toBe(202);
    const row = await door.stored(json.id);
    expect(row.verification).toMatchObject({ status: 'authenticated' });
    expect(row.headers).not.toContain(testSecret);
    expect(row.headers).not.toContain('abcdef');
  });

  test('a rotated URL works through its overlap, then says it is gone; an unknown one never was', async () => {
    const endpoint = await door.endpoint(github);
    const expire = (when: string) =>
      door.database.pool.query(
        `UPDATE endpoint_token SET expires_at = now() + interval '${when}' WHERE endpoint_id = $1`,
        [endpoint.id],
      );
    await expire('1 minute');
    expect((await door.github(endpoint)).status).toBe(202);
    await expire('-1 second');
    await door.change(endpoint, 'name = name');
    const gone = await door.github(endpoint);
    expect([gone.status, gone.json.code]).toEqual([410, 'endpoint_expired']);
    await door.change(endpoint, 'deleted_at = now()');
    expect((await door.github(endpoint)).status).toBe(410);
    const unknown = await door.github({ ...endpoint, token: 'nobody-knows-this-token' });
    expect([unknown.status, unknown.json.code]).toEqual([404, 'not_found']);
  });

  test('a live respond step answers the sender, and the configured answer comes when it is late', async () => {
    const endpoint = await door.endpoint({
      response: { status: 202, headers: {}, body: null, waitSeconds: 0.3 },
    });
    const workflowId = endpoint.id;
    await door.database.pool.query(
      `INSERT INTO workflow (id, workspace_id, name, graph, live_version) VALUES ($1, $2, 'W', '{}', 1)`,
      [workflowId, door.workspaceId],
    );
    await door.database.pool.query(
      `INSERT INTO live_trigger (endpoint_id, workflow_id, node_id, responds) VALUES ($1, $2, 'hook', true)`,
      [endpoint.id, workflowId],
    );
    const late = await door.send({ endpoint, body: '{}' });
    expect([late.status, late.json.status]).toEqual([202, 'accepted']);
    await door.change(endpoint, `config = jsonb_set(config, '{response,waitSeconds}', '20')`);
    const waiting = door.send({ endpoint, body: '{}' });
    const found = await until(
      () =>
        door.database.pool.query(
          'SELECT id FROM inbound_request WHERE endpoint_id = $1 AND id <> $2',
          [endpoint.id, late.json.id],
        ),
      ({ rows }) => rows.length > 0,
    );
    const { id } = found.rows[0];
    const headers = { 'X-Own': 'yes', 'Set-Cookie': 'never' };
    expect(door.nodes[0]?.answers.deliver(id, { status: 418, headers, body: 'tea' })).toBe(true);
    const answered = await waiting;
    expect([answered.status, answered.text]).toEqual([418, 'tea']);
    expect([answered.headers.get('x-own'), answered.headers.get('set-cookie')]).toEqual([
      'yes',
      null,
    ]);
    const row = await until(
      () => door.stored(id),
      ({ answer_status }) => answer_status === 418,
    );
    expect(row.answer_status).toBe(418);
  });
});
