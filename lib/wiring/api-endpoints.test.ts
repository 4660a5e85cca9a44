import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addSecretContract,
  createEndpointContract,
  deleteEndpointContract,
  endPreviousUrlsContract,
  endpointActivityContract,
  getEndpointContract,
  listEndpointsContract,
  removeSecretContract,
  rotateEndpointContract,
  updateEndpointContract,
} from '#lib/contracts/endpoint.ts';
import { createWorkflowContract, publishWorkflowContract } from '#lib/contracts/workflow.ts';
import { TestApi } from './test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.open({ HOOKLINE_PUBLIC_URL: 'https://hooks.example/base/' });
});
afterAll(() => api.close());

const secret = 'a-secret-that-nobody-guesses';

async function mint(body: object = {}) {
  const made = await api.send(createEndpointContract, { body: { name: 'Sender', ...body } });
  expect(made.problem?.detail ?? made.status).toBe(201);
  return made.body;
}
const read = async (id: string) => (await api.send(getEndpointContract, { params: { id } })).body;
const patch = (id: string, body: object) =>
  api.send(updateEndpointContract, { params: { id }, body });
const storedSecrets = async (id: string) => {
  const found = await api.wiring.pool.query<{ id: string; sealed: string }>(
    'SELECT id, sealed FROM endpoint_secret WHERE endpoint_id = $1 ORDER BY id',
    [id],
  );
  return found.rows.map((row) =>
    api.wiring.secrets.open(row.sealed, { table: 'endpoint_secret', id: row.id }),
  );
};
async function liveWorkflow(name = 'Live') {
  const position = { x: 0, y: 0 };
  const graph = {
    schema: 1,
    nodes: [{ id: 'hook', type: 'webhook', name: 'Hook', position, settings: {} }],
    edges: [],
  };
  const { body } = await api.send(createWorkflowContract, { body: { name, graph } });
  await api.send(publishWorkflowContract, { params: { id: body.id }, body: {} });
  return body;
}

test('an endpoint nobody configured answers every default of the contract', async () => {
  expect(await mint()).toMatchObject({
    name: 'Sender',
    enabled: true,
    methods: ['POST'],
    verification: { scheme: 'none', secrets: [] },
    ipAllow: [],
    rateLimit: null,
    maxBodyBytes: 10_485_760,
    event: { type: null, id: null },
    dedupe: { from: 'off', windowSeconds: 86_400 },
    schema: null,
    response: { status: 202, headers: {}, body: null, waitSeconds: 10 },
    metadata: {},
    expiresAt: null,
    triggers: [],
    revision: 1,
  });
});

test('the URL begins with the public address, and says that senders reach it', async () => {
  const endpoint = await mint();
  expect(endpoint.url).toMatch(/^https:\/\/hooks\.example\/base\/hooks\/[A-Za-z0-9_-]{22,}$/);
  expect(endpoint.urlReachable).toBe('public');
});

test('the whole configuration of the contract’s example is taken and read back', async () => {
  const config = {
    enabled: true,
    methods: ['POST', 'PUT'],
    ipAllow: ['192.30.252.0/22'],
    rateLimit: { perSecond: 50, burst: 100 },
    maxBodyBytes: 1_048_576,
    event: { type: 'body:event_type', id: 'header:x-delivery-id' },
    dedupe: { from: 'event', windowSeconds: 3600 },
    schema: { type: 'object', required: ['id'] },
    response: { status: 200, headers: { 'x-kept': 'yes' }, body: 'ok', waitSeconds: 25 },
  };
  const endpoint = await mint({
    ...config,
    verification: { scheme: 'github', secrets: [secret] },
    metadata: { customer: 'c-1' },
    expiresAt: '2030-01-01T00:00:00+02:00',
  });
  expect(await read(endpoint.id)).toMatchObject({
    ...config,
    metadata: { customer: 'c-1' },
    expiresAt: '2029-12-31T22:00:00.000Z',
    verification: { scheme: 'github', secrets: [{ hint: '…sses', expiresAt: null }] },
  });
});

test('a sender with confirmed delivery ids has its duplicates told apart unasked', async () => {
  const endpoint = await mint({ verification: { scheme: 'github', secrets: [secret] } });
  expect(endpoint.dedupe.from).toBe('event');
  const off = await patch(endpoint.id, { dedupe: { from: 'off' } });
  expect(off.body.dedupe.from).toBe('off');
  const unset = await patch(endpoint.id, { dedupe: null });
  expect(unset.body.dedupe.from).toBe('event');
});

test('a secret is never read back, and stands sealed in the database', async () => {
  const endpoint = await mint({ verification: { scheme: 'github', secrets: [secret] } });
  const everything = JSON.stringify([endpoint, await read(endpoint.id)]);
  expect(everything).not.toContain(secret);
  const found = await api.wiring.pool.query(
    'SELECT * FROM endpoint_secret WHERE endpoint_id = $1',
    [endpoint.id],
  );
  expect(JSON.stringify(found.rows)).not.toContain(secret);
  expect(await storedSecrets(endpoint.id)).toEqual([secret]);
});

test('the token stands in the database only as a hash and sealed', async () => {
  const endpoint = await mint();
  const token = endpoint.url.split('/').at(-1) ?? '';
  const found = await api.wiring.pool.query<{ hash: Buffer; sealed: string }>(
    'SELECT hash, sealed FROM endpoint_token WHERE endpoint_id = $1',
    [endpoint.id],
  );
  expect(found.rows[0]?.hash.equals(api.wiring.secrets.tokenHash(token))).toBe(true);
  expect(found.rows[0]?.sealed).not.toContain(token);
});

test('changing a part replaces it whole and leaves the others alone', async () => {
  const endpoint = await mint({
    rateLimit: { perSecond: 5 },
    response: { status: 200, body: 'kept?', headers: { 'x-a': '1' } },
    methods: ['PUT'],
  });
  expect(endpoint.rateLimit).toEqual({ perSecond: 5, burst: 5 });
  const changed = await patch(endpoint.id, { response: { status: 201 } });
  expect(changed.body).toMatchObject({
    response: { status: 201, headers: {}, body: null, waitSeconds: 10 },
    methods: ['PUT'],
    rateLimit: { perSecond: 5, burst: 5 },
    revision: 2,
  });
});

test('changing how requests are verified without naming secrets keeps them', async () => {
  const endpoint = await mint({ verification: { scheme: 'github', secrets: [secret] } });
  const before = endpoint.verification.secrets;
  const changed = await patch(endpoint.id, {
    verification: { scheme: 'hmac', header: 'x-signature', prefix: 'sha256=' },
  });
  expect(changed.body.verification).toMatchObject({
    scheme: 'hmac',
    header: 'x-signature',
    secrets: before,
  });
  expect(await storedSecrets(endpoint.id)).toEqual([secret]);
});

test('naming secrets replaces them; an entry as it was read keeps its secret', async () => {
  const endpoint = await mint({
    verification: { scheme: 'github', secrets: [secret, 'the-second-secret'] },
  });
  const [, second] = endpoint.verification.secrets;
  const changed = await patch(endpoint.id, {
    verification: { scheme: 'github', secrets: [second, 'the-third-secret'] },
  });
  expect(changed.body.verification.secrets).toHaveLength(2);
  expect(await storedSecrets(endpoint.id)).toEqual(['the-second-secret', 'the-third-secret']);
  const bad = await patch(endpoint.id, {
    verification: { scheme: 'github', secrets: [{ id: endpoint.verification.secrets[0]?.id }] },
  });
  expect(bad.problem.code).toBe('invalid_value');
  expect(await storedSecrets(endpoint.id)).toHaveLength(2);
});

test('secrets are added and removed one by one', async () => {
  const endpoint = await mint({ verification: { scheme: 'github', secrets: [secret] } });
  const params = { id: endpoint.id };
  const added = await api.send(addSecretContract, {
    params,
    body: { value: 'another-secret-value', expiresAt: '2030-01-01T00:00:00Z' },
  });
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({ hint: '…alue', expiresAt: '2030-01-01T00:00:00.000Z' });
  const first = endpoint.verification.secrets[0]?.id ?? '';
  const removed = await api.send(removeSecretContract, { params: { ...params, secretId: first } });
  expect(removed.status).toBe(204);
  expect(await storedSecrets(endpoint.id)).toEqual(['another-secret-value']);
  expect((await read(endpoint.id)).revision).toBe(3);
  const again = await api.send(removeSecretContract, { params: { ...params, secretId: first } });
  expect(again.status).toBe(404);
});

test('a secret that was pasted with a line end is refused with the field named', async () => {
  const made = await api.send(createEndpointContract, {
    body: { name: 'x', verification: { scheme: 'github', secrets: ['pasted\n'] } },
  });
  expect(made.status).toBe(422);
  expect(made.problem.errors).toMatchObject([{ field: 'verification.secrets.0' }]);
});

test('what can’t be configured is refused and the field named', async () => {
  const cases: [object, string][] = [
    [{ verification: { scheme: 'nobody' } }, 'verification.scheme'],
    [{ verification: { scheme: 'hmac' } }, 'verification.header'],
    [{ methods: ['FETCH'] }, 'methods.0'],
    [{ ipAllow: ['example.com'] }, 'ipAllow.0'],
    [{ rateLimit: { perSecond: 0 } }, 'rateLimit.perSecond'],
    [{ maxBodyBytes: 1e12 }, 'maxBodyBytes'],
    [{ event: { type: 'cookie:a' } }, 'event.type'],
    [{ dedupe: { from: 'sometimes' } }, 'dedupe.from'],
    [{ schema: { type: 'objet' } }, 'schema'],
    [{ response: { waitSeconds: 26 } }, 'response.waitSeconds'],
    [{ response: { headers: { 'Set-Cookie': 'a=b' } } }, 'response.headers.Set-Cookie'],
    [{ name: '' }, 'name'],
    [{ expiresAt: 'tomorrow' }, 'expiresAt'],
    [{ trigger: { workflowId: crypto.randomUUID(), nodeId: 'hook' } }, 'trigger.workflowId'],
    [{ name: 'a\0b' }, 'name'],
  ];
  for (const [body, field] of cases) {
    const made = await api.send(createEndpointContract, { body: { name: 'x', ...body } });
    expect([field, made.status, made.problem.code]).toEqual([field, 422, 'invalid_value']);
    expect(made.problem.errors?.[0]?.field).toBe(field);
  }
});

test('an endpoint minted for a live trigger is live at once; any number may bind to one', async () => {
  const workflow = await liveWorkflow();
  const trigger = { workflowId: workflow.id, nodeId: 'hook' };
  const minted = await Promise.all([mint({ trigger }), mint({ trigger }), mint({ trigger })]);
  for (const endpoint of minted) expect(endpoint.triggers).toEqual([{ ...trigger, live: true }]);
  const listed = await api.send(listEndpointsContract, { query: { workflowId: workflow.id } });
  expect(listed.body.items).toHaveLength(4);
});

test('an endpoint bound to a draft’s trigger is live from the publish on', async () => {
  const position = { x: 0, y: 0 };
  const nodes = [{ id: 'hook', type: 'webhook', name: 'Hook', position, settings: {} }];
  const { body: workflow } = await api.send(createWorkflowContract, {
    body: { name: 'Draft', graph: { schema: 1, nodes, edges: [] } },
  });
  const trigger = { workflowId: workflow.id, nodeId: 'hook' };
  const endpoint = await mint({ trigger });
  expect(endpoint.triggers).toEqual([{ ...trigger, live: false }]);
  await api.send(publishWorkflowContract, { params: { id: workflow.id }, body: {} });
  expect((await read(endpoint.id)).triggers).toEqual([{ ...trigger, live: true }]);
});

test('an endpoint can’t be bound to a step that is no trigger, or to a foreign workflow', async () => {
  const workflow = await liveWorkflow();
  const body = { name: 'x', trigger: { workflowId: workflow.id, nodeId: 'other' } };
  const made = await api.send(createEndpointContract, { body });
  expect(made.problem.errors).toMatchObject([{ field: 'trigger.nodeId' }]);
  const foreign = await api.send(createEndpointContract, {
    token: api.tokens.stranger,
    body: { name: 'x', trigger: { workflowId: workflow.id, nodeId: 'hook' } },
  });
  expect(foreign.problem.errors).toMatchObject([{ field: 'trigger.workflowId' }]);
});

test('rotating mints a new URL and says until when the old one works', async () => {
  const endpoint = await mint();
  const params = { id: endpoint.id };
  const rotated = await api.send(rotateEndpointContract, { params, body: { overlapSeconds: 60 } });
  expect(rotated.body.url).not.toBe(endpoint.url);
  const left = new Date(rotated.body.previous.expiresAt).getTime() - Date.now();
  expect(left).toBeGreaterThan(50_000);
  expect(left).toBeLessThanOrEqual(60_000);
  expect(await read(endpoint.id)).toMatchObject({ url: rotated.body.url, revision: 2 });
});

test('a deleted endpoint is gone from every list', async () => {
  const endpoint = await mint({ name: 'Soon gone' });
  const params = { id: endpoint.id };
  expect((await api.send(deleteEndpointContract, { params })).status).toBe(204);
  expect((await api.send(getEndpointContract, { params })).problem.code).toBe('not_found');
  expect((await api.send(deleteEndpointContract, { params })).status).toBe(404);
  expect((await patch(endpoint.id, { name: 'x' })).status).toBe(404);
  const listed = await api.send(listEndpointsContract, { query: { q: 'soon gone' } });
  expect(listed.body.items).toEqual([]);
});

test('a change is told to every node in the commit that makes it', async () => {
  const endpoint = await mint();
  const heard: string[] = [];
  const { notifications } = api.wiring;
  const end = notifications.subscribe((notice) => {
    if (notice.kind === 'endpoint') heard.push(notice.id);
  });
  await notifications.start();
  await patch(endpoint.id, { enabled: false });
  await expect.poll(() => heard).toContain(endpoint.id);
  end();
});

test('a rotated URL is shown until it ends, and can be ended early', async () => {
  const { id, url } = await mint();
  await api.send(rotateEndpointContract, { params: { id }, body: { overlapSeconds: 3600 } });
  expect((await read(id)).previousUrls).toEqual([
    { ending: url.slice(-4), expiresAt: expect.any(String) },
  ]);
  const ended = await api.send(endPreviousUrlsContract, { params: { id } });
  expect(ended.status).toBe(204);
  expect((await read(id)).previousUrls).toEqual([]);
});

test('a foreign workspace can’t end the overlap of a rotation', async () => {
  const { id } = await mint();
  const token = api.tokens.stranger;
  expect((await api.send(endPreviousUrlsContract, { params: { id }, token })).status).toBe(404);
});

test('activity names the workflows that use an endpoint, and leaves foreign endpoints out', async () => {
  const live = await liveWorkflow('Uses it');
  const used = live.endpoints[0]!.id;
  const { id: alone } = await mint();
  const query = { ids: `${used},${alone}` };
  const { body } = await api.send(endpointActivityContract, { query });
  const nothing = { received: 0, ran: 0, rejected: 0, lastReceivedAt: null };
  expect(body.items).toEqual([
    { endpointId: alone, ...nothing, workflows: [] },
    { endpointId: used, ...nothing, workflows: [{ id: live.id, name: 'Uses it', live: true }] },
  ]);
  const foreign = await api.send(endpointActivityContract, { query, token: api.tokens.stranger });
  expect(foreign.body.items).toEqual([]);
});

test('activity sums what was counted since a moment, and no minute before it', async () => {
  const { id } = await mint();
  await api.wiring.pool.query(
    `INSERT INTO endpoint_count (endpoint_id, minute, shard, what, n) VALUES
     ($1, '2026-11-24 09:00Z', 0, 'accepted', 5), ($1, '2026-11-24 09:00Z', 0, 'ran', 3),
     ($1, '2026-11-24 09:00Z', 0, 'rejected:bad_signature', 2), ($1, '2026-11-24 09:00Z', 0, 'duplicate', 1),
     ($1, '2026-11-23 09:00Z', 0, 'accepted', 100)`,
    [id],
  );
  const query = { ids: id, since: '2026-11-24T09:00:30Z' };
  const { body } = await api.send(endpointActivityContract, { query });
  expect(body.items[0]).toMatchObject({ received: 8, ran: 3, rejected: 2 });
});

test('a save on top of what somebody changed meanwhile is refused and changes nothing', async () => {
  const endpoint = await mint();
  const first = await patch(endpoint.id, { name: 'Mine', baseRevision: endpoint.revision });
  expect(first.body.name).toBe('Mine');
  const late = await patch(endpoint.id, { name: 'Theirs', baseRevision: endpoint.revision });
  expect(late.problem.code).toBe('revision_conflict');
  expect((await read(endpoint.id)).name).toBe('Mine');
  const again = await patch(endpoint.id, { name: 'Both', baseRevision: first.body.revision });
  expect(again.body.name).toBe('Both');
});

test('a secret that follows another leaves that one as long as was asked, or not at all', async () => {
  const endpoint = await mint({ verification: { scheme: 'github', secrets: [secret] } });
  const params = { id: endpoint.id };
  const [first] = endpoint.verification.secrets;
  const started = Date.now();
  const follow = (id: string, value: string, overlapSeconds: number) =>
    api.send(addSecretContract, { params, body: { value, replaces: { id, overlapSeconds } } });
  const second = await follow(first?.id ?? '', 'the-second-secret', 3600);
  const left = Date.parse((await read(endpoint.id)).verification.secrets[0]?.expiresAt ?? '');
  expect(left).toBeGreaterThanOrEqual(started + 3_600_000);
  expect(left).toBeLessThanOrEqual(Date.now() + 3_600_000);
  await follow(first?.id ?? '', 'the-third-secret', 86_400);
  const kept = (await read(endpoint.id)).verification.secrets[0]?.expiresAt ?? '';
  expect(Date.parse(kept)).toBe(left);
  await follow(second.body.id, 'the-fourth-secret', 0);
  expect(await storedSecrets(endpoint.id)).toEqual([
    secret,
    'the-third-secret',
    'the-fourth-secret',
  ]);
  expect((await follow(second.body.id, 'a-fifth-secret', 0)).status).toBe(404);
});
