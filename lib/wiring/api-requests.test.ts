import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createEndpointContract,
  deleteEndpointContract,
  endpointStatsContract,
  removeSecretContract,
  rotateEndpointContract,
  updateEndpointContract,
} from '#lib/contracts/endpoint.ts';
import {
  getRequestBodyContract,
  getRequestContract,
  listAllRequestsContract,
  listRequestsContract,
  replayRequestContract,
  requestStatsContract,
} from '#lib/contracts/request.ts';
import {
  cancelRunContract,
  getRunContract,
  listRunsContract,
  rerunContract,
} from '#lib/contracts/run.ts';
import {
  createWorkflowContract,
  pauseWorkflowContract,
  publishWorkflowContract,
  resumeWorkflowContract,
  testWorkflowContract,
} from '#lib/contracts/workflow.ts';
import { TestApi } from './test-api.ts';

let api: TestApi;
let door: string;
const received: string[] = [];
const desk = createServer((request, response) => {
  request.setEncoding('utf8');
  let body = '';
  request.on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    received.push(body);
    response.end('{"told":true}');
  });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  api = await TestApi.open({ HOOKLINE_EGRESS_ALLOW: '127.0.0.1/32' });
  door = await api.start();
});
afterAll(async () => {
  await api.close();
  desk.close();
});

async function mint(body: object = {}) {
  const made = await api.send(createEndpointContract, { body: { name: 'Sender', ...body } });
  expect(made.problem?.detail ?? made.status).toBe(201);
  const url = made.body.url.replace('http://hookline.test', door);
  return { id: made.body.id, url, secrets: made.body.verification.secrets };
}
async function post(url: string, body: string, headers: Record<string, string> = {}) {
  const type = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', body, headers: { ...type, ...headers } });
  return { status: answer.status, body: (await answer.json()) as { id: string; code?: string } };
}
const list = async (id: string, query: Record<string, string> = {}) =>
  (await api.send(listRequestsContract, { params: { id }, query })).body.items;
const read = async (id: string) => (await api.send(getRequestContract, { params: { id } })).body;
const outcome = (id: string) =>
  expect.poll(async () => (await read(id)).outcome, { timeout: 10_000 });

/** trigger → filter on `priority` → the desk. */
async function liveTickets(settings: object = {}) {
  const position = { x: 0, y: 0 };
  const url = `http://127.0.0.1:${(desk.address() as AddressInfo).port}/tell`;
  const graph = {
    schema: 1,
    nodes: [
      { id: 'hook', type: 'webhook', name: 'Ticket', position, settings },
      {
        id: 'urgent',
        type: 'filter',
        name: 'Urgent',
        position,
        settings: { all: [{ left: '{{body.priority}}', operator: 'equals', right: 'high' }] },
      },
      {
        id: 'notify',
        type: 'http_request',
        name: 'Tell',
        position,
        settings: { method: 'POST', url, body: { type: 'json', value: { ticket: '{{body.id}}' } } },
      },
    ],
    edges: [
      { id: 'e1', from: { node: 'hook', port: 'out' }, to: { node: 'urgent', port: 'in' } },
      { id: 'e2', from: { node: 'urgent', port: 'match' }, to: { node: 'notify', port: 'in' } },
    ],
  };
  const { body } = await api.send(createWorkflowContract, { body: { name: 'Tickets', graph } });
  const published = await api.send(publishWorkflowContract, { params: { id: body.id }, body: {} });
  expect(published.problem?.detail ?? published.status).toBe(200);
  const [first] = body.endpoints;
  const at = (first?.url ?? '').replace('http://hookline.test', door);
  return { id: body.id, endpointId: first?.id ?? '', url: at };
}

test('a captured request is read with its headers in order and its bytes exact', async () => {
  const endpoint = await mint();
  const bytes = '{"id":1,\n "name":"Zoë \\u0000"}';
  const sent = await post(`${endpoint.url}/in/depth?a=1&a=2`, bytes, {
    'X-Event-Type': 'order.paid',
  });
  expect(sent.status).toBe(202);
  const request = await read(sent.body.id);
  expect(request).toMatchObject({
    endpointId: endpoint.id,
    method: 'POST',
    path: '/in/depth',
    query: 'a=1&a=2',
    verdict: 'accepted',
    bodySize: Buffer.byteLength(bytes),
    bodyStored: Buffer.byteLength(bytes),
    event: { type: 'order.paid' },
    answer: { status: 202 },
    verification: { status: 'none', scheme: 'none' },
    runs: [],
  });
  expect(request.headers.map(([name]) => name.toLowerCase())).toContain('x-event-type');
  await outcome(request.id).toBe('captured');
  const body = await api.send(getRequestBodyContract, { params: { id: request.id } });
  expect(await body.response.text()).toBe(bytes);
  expect(body.response.headers.get('content-type')).toBe('application/octet-stream');
  expect(body.response.headers.get('content-disposition')).toMatch(/^attachment/);
});

test('another workspace sees neither a request nor its body', async () => {
  const endpoint = await mint();
  const { body } = await post(endpoint.url, '{}');
  const options = { params: { id: body.id }, token: api.tokens.stranger };
  expect((await api.send(getRequestContract, options)).status).toBe(404);
  expect((await api.send(getRequestBodyContract, options)).status).toBe(404);
  const foreign = { params: { id: endpoint.id }, token: api.tokens.stranger };
  expect((await api.send(listRequestsContract, foreign)).status).toBe(404);
  expect((await api.send(endpointStatsContract, foreign)).status).toBe(404);
  expect((await api.send(replayRequestContract, { ...options, body: {} })).status).toBe(404);
});

test('requests are found by every filter, newest first', async () => {
  const endpoint = await mint({ methods: ['POST', 'PUT'] });
  const ids: string[] = [];
  for (const event of ['issues.opened', 'issues.closed', 'push']) {
    ids.push((await post(endpoint.url, '{}', { 'x-event-type': event })).body.id);
  }
  const put = await fetch(`${endpoint.url}/special%20path`, { method: 'PUT', body: 'x' });
  ids.push(((await put.json()) as { id: string }).id);
  await fetch(endpoint.url, { method: 'DELETE' });
  const found = async (query: Record<string, string>) =>
    (await list(endpoint.id, query)).map(({ id }) => ids.indexOf(id));
  await expect.poll(() => list(endpoint.id, { verdict: 'rejected' })).toHaveLength(1);
  expect(await found({ verdict: 'accepted' })).toEqual([3, 2, 1, 0]);
  expect(await found({ event: 'issues' })).toEqual([1, 0]);
  expect(await found({ event: '*.opened' })).toEqual([0]);
  expect(await found({ event: 'issues.opened.more' })).toEqual([]);
  expect(await found({ method: 'put' })).toEqual([3]);
  expect(await found({ q: 'special' })).toEqual([3]);
  expect(await found({ q: '%' })).toEqual([3]);
  expect(await list(endpoint.id, { reason: 'method_not_allowed' })).toHaveLength(1);
  expect(await found({ until: '2020-01-01T00:00:00Z' })).toEqual([]);
  expect(await found({ since: '2020-01-01', verdict: 'accepted', q: '' })).toEqual([3, 2, 1, 0]);
});

test('a request is found by what its body or its headers hold, in whatever case', async () => {
  const endpoint = await mint();
  const { id } = (
    await post(endpoint.url, String.raw`{"order":1042,"name":"Zoë \\ 100%"}`, {
      'x-shop': 'Acme "North"',
    })
  ).body;
  await post(endpoint.url, '{"order":1043}');
  const large = (await post(endpoint.url, `${'-'.repeat(200_000)}needle${'-'.repeat(100_000)}end`))
    .body.id;
  const found = async (q: string) => (await list(endpoint.id, { q })).map((one) => one.id);
  for (const q of ['1042', '"order":1042', 'NAME', 'Zoë', '\\\\ 100%', 'acme', 'X-Shop'])
    expect(await found(q), q).toEqual([id]);
  expect(await found('NEEDLE')).toEqual([large]);
  for (const q of ['1044', '1_42', '1042\\', 'end']) expect(await found(q), q).toEqual([]);
  // é ends in the byte that is 251 in octal, as PostgreSQL may write it.
  await post(endpoint.url, '{"é5555555":1}');
  expect(await found('2515555555')).toEqual([]);
  for (const q of ['Acme "North"', '"north"']) expect(await found(q), q).toEqual([id]);
  for (const q of ['","', '["']) expect(await found(q), q).not.toContain(large);
  const binary = await fetch(endpoint.url, {
    method: 'POST',
    body: new Uint8Array([0, 255, 65, 66]),
  });
  const { id: binaryId } = (await binary.json()) as { id: string };
  expect(await found('AB')).toContain(binaryId);
});

test('a cursor of requests stays valid while requests come in', async () => {
  const endpoint = await mint();
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) ids.unshift((await post(endpoint.url, '{}')).body.id);
  const params = { id: endpoint.id };
  const first = await api.send(listRequestsContract, { params, query: { limit: '2' } });
  await post(endpoint.url, '{}');
  const cursor = first.body.nextCursor ?? '';
  const second = await api.send(listRequestsContract, { params, query: { limit: '200', cursor } });
  expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(ids);
  expect(second.body.nextCursor).toBeNull();
});

test('a change of an endpoint is in force with the answer to it', async () => {
  const endpoint = await mint({
    verification: { scheme: 'bearer', secrets: ['the-only-secret-there-is'] },
  });
  const authorization = { authorization: 'Bearer the-only-secret-there-is' };
  const patch = (body: object) =>
    api.send(updateEndpointContract, { params: { id: endpoint.id }, body });
  for (let round = 0; round < 5; round += 1) {
    expect((await post(endpoint.url, '{}', authorization)).status).toBe(202);
    await patch({ enabled: false });
    expect((await post(endpoint.url, '{}', authorization)).body.code).toBe('endpoint_disabled');
    await patch({ enabled: true });
  }
  const secretId = endpoint.secrets[0]?.id ?? '';
  await api.send(removeSecretContract, { params: { id: endpoint.id, secretId } });
  expect((await post(endpoint.url, '{}', authorization)).status).toBe(401);
});

test('a rotated URL works until its overlap is over, then is gone; a deleted one is gone at once', async () => {
  const endpoint = await mint();
  const params = { id: endpoint.id };
  const rotated = await api.send(rotateEndpointContract, {
    params,
    body: { overlapSeconds: 3600 },
  });
  const fresh = rotated.body.url.replace('http://hookline.test', door);
  expect((await post(endpoint.url, '{}')).status).toBe(202);
  expect((await post(fresh, '{}')).status).toBe(202);
  const again = await api.send(rotateEndpointContract, { params, body: { overlapSeconds: 0 } });
  const freshest = again.body.url.replace('http://hookline.test', door);
  expect((await post(fresh, '{}')).status).toBe(410);
  expect((await post(endpoint.url, '{}')).status).toBe(202);
  expect((await post(freshest, '{}')).status).toBe(202);
  await api.send(deleteEndpointContract, { params });
  expect((await post(freshest, '{}')).status).toBe(410);
});

test('what runs, what is filtered and the sum of it are told', async () => {
  const workflow = await liveTickets();
  const high = await post(workflow.url, '{"id":"t-1","priority":"high"}');
  const low = await post(workflow.url, '{"id":"t-2","priority":"low"}');
  await outcome(high.body.id).toBe('ran');
  await outcome(low.body.id).toBe('filtered');
  expect(received).toContain('{"ticket":"t-1"}');
  const [run] = (await read(high.body.id)).runs;
  const detail = await api.send(getRunContract, { params: { id: run?.id ?? '' } });
  expect(detail.body).toMatchObject({ status: 'succeeded', version: 1, requestId: high.body.id });
  expect(detail.body.steps.map(({ nodeId }) => nodeId)).toEqual(['hook', 'urgent', 'notify']);
  const query = { workflowId: workflow.id, status: 'filtered' };
  const filtered = await api.send(listRunsContract, { query });
  expect(filtered.body.items).toMatchObject([{ requestId: low.body.id, status: 'filtered' }]);
  const listed = await api.send(listRunsContract, { query: { requestId: high.body.id } });
  expect(listed.body.items).toMatchObject([
    { workflowName: 'Tickets', event: null, replayOf: null },
  ]);
  expect(listed.body.items[0]?.steps.map(({ name, status }) => [name, status])).toEqual([
    ['Urgent', 'succeeded'],
    ['Tell', 'succeeded'],
  ]);
  const params = { id: workflow.endpointId };
  const stats = await api.send(endpointStatsContract, { params });
  expect(stats.body).toMatchObject({ received: 2, ran: 1, filtered: 1, waiting: 0, byReason: {} });
  const none = await api.send(listRunsContract, { query, token: api.tokens.stranger });
  expect(none.body.items).toEqual([]);
  const foreign = { params: { id: run?.id ?? '' }, token: api.tokens.stranger };
  expect((await api.send(getRunContract, foreign)).status).toBe(404);
  expect((await api.send(cancelRunContract, foreign)).status).toBe(404);
  expect((await api.send(rerunContract, foreign)).status).toBe(404);
});

test('a request is replayed with another body, and a run is run again', async () => {
  const workflow = await liveTickets();
  const { body } = await post(workflow.url, '{"id":"t-3","priority":"low"}');
  await outcome(body.id).toBe('filtered');
  const replayed = await api.send(replayRequestContract, {
    params: { id: body.id },
    body: { body: { id: 't-4', priority: 'high' } },
  });
  expect(replayed.status).toBe(202);
  expect(replayed.body.runs).toMatchObject([{ workflowId: workflow.id }]);
  await outcome(replayed.body.requestId).toBe('ran');
  expect(await read(replayed.body.requestId)).toMatchObject({
    replayOf: body.id,
    edited: true,
    verification: { status: 'not_checked' },
  });
  expect(received).toContain('{"ticket":"t-4"}');
  const runs = await api.send(listRunsContract, {
    query: { requestId: replayed.body.requestId },
  });
  expect(runs.body.items).toMatchObject([{ replayOf: body.id }]);
  const id = replayed.body.runs[0]?.id ?? '';
  const again = await api.send(rerunContract, { params: { id }, body: { from: 'notify' } });
  expect(again.status).toBe(202);
  expect(again.body).toMatchObject({ rerunOf: id });
  await expect.poll(() => received.filter((text) => text === '{"ticket":"t-4"}').length).toBe(2);
});

test('a replay may have another method, and is found among those that nobody checked', async () => {
  const workflow = await liveTickets();
  const { body } = await post(workflow.url, '{"id":"t-7","priority":"low"}');
  await outcome(body.id).toBe('filtered');
  const replayed = await api.send(replayRequestContract, {
    params: { id: body.id },
    body: { method: 'put' },
  });
  expect(await read(replayed.body.requestId)).toMatchObject({ method: 'PUT', edited: true });
  const { endpointId } = workflow;
  const found = async (verification: string) =>
    (await list(endpointId, { verification })).map(({ id }) => id);
  expect(await found('not_checked')).toEqual([replayed.body.requestId, body.id]);
  expect(await found('none')).toEqual([body.id]);
  expect(await found('verified')).toEqual([]);
});

test('a request tells which replays were made of it and what became of them, newest first', async () => {
  const workflow = await liveTickets();
  const { body } = await post(workflow.url, '{"id":"t-8","priority":"low"}');
  await outcome(body.id).toBe('filtered');
  expect((await read(body.id)).replays).toEqual([]);
  const replay = async (changes: object) => {
    const params = { id: body.id };
    return (await api.send(replayRequestContract, { params, body: changes })).body.requestId;
  };
  const asItWas = await replay({});
  const changed = await replay({ body: { id: 't-8', priority: 'high' } });
  await outcome(changed).toBe('ran');
  await outcome(asItWas).toBe('filtered');
  const { receivedAt } = await read(changed);
  const { replays } = await read(body.id);
  expect(replays).toMatchObject([
    { id: changed, receivedAt, outcome: 'ran', edited: true },
    { id: asItWas, outcome: 'filtered', edited: false },
  ]);
  expect((await read(changed)).replays).toEqual([]);
});

test('a request of whose body only the head was kept is replayed only with another body', async () => {
  const workflow = await liveTickets();
  const { status } = await post(workflow.url, `{"id":"${'x'.repeat(11_000_000)}"}`);
  expect(status).toBe(413);
  await expect.poll(async () => (await list(workflow.endpointId, {})).length).toBe(1);
  const [refused] = await list(workflow.endpointId, {});
  const params = { id: refused?.id ?? '' };
  const asItCame = await api.send(replayRequestContract, { params, body: {} });
  expect(asItCame.problem).toMatchObject({ code: 'invalid_value' });
  expect(asItCame.problem.detail).toMatch(/only the first 65536 were kept/);
  const whole = { id: 't-9', priority: 'high' };
  const edited = await api.send(replayRequestContract, { params, body: { body: whole } });
  expect(edited.status).toBe(202);
});

test('a request that no live workflow listens to can’t be replayed', async () => {
  const endpoint = await mint();
  const { body } = await post(endpoint.url, '{}');
  const replayed = await api.send(replayRequestContract, { params: { id: body.id }, body: {} });
  expect(replayed.problem.code).toBe('no_live_workflow');
});

test('a paused workflow holds what comes; resumed, it runs it', async () => {
  const workflow = await liveTickets();
  const params = { id: workflow.id };
  const paused = await api.send(pauseWorkflowContract, { params });
  expect(paused.body.status).toBe('paused');
  const { body } = await post(workflow.url, '{"id":"t-5","priority":"high"}');
  await expect.poll(async () => (await read(body.id)).runs.length).toBe(1);
  expect((await read(body.id)).outcome).toBe('waiting');
  const resumed = await api.send(resumeWorkflowContract, { params, body: {} });
  expect(resumed.body.status).toBe('live');
  await outcome(body.id).toBe('ran');
});

test('a draft is tested for real and answers the run with its steps', async () => {
  const workflow = await liveTickets();
  const tested = await api.send(testWorkflowContract, {
    params: { id: workflow.id },
    body: { request: { method: 'POST', body: { id: 't-6', priority: 'high' } } },
  });
  expect(tested.problem?.detail ?? tested.status).toBe(200);
  expect(tested.body).toMatchObject({ status: 'succeeded', version: 0 });
  expect(received).toContain('{"ticket":"t-6"}');
});

test('the workspace’s requests and their sums are those of its endpoints, and of nobody else’s', async () => {
  const [one, other] = [await mint(), await mint()];
  const ids: string[] = [];
  for (const url of [one.url, other.url, one.url]) ids.push((await post(url, '{}')).body.id);
  const mine = ids.toReversed();
  const all = await api.send(listAllRequestsContract, { query: { limit: '3' } });
  expect(all.body.items.map(({ id }) => id)).toEqual(mine);
  const pages: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null && pages.length < 3; ) {
    const query = { limit: '1', ...(cursor && { cursor }) };
    const { body } = await api.send(listAllRequestsContract, { query });
    pages.push(...body.items.map(({ id }) => id));
    cursor = body.nextCursor;
  }
  expect(pages).toEqual(mine);
  const ofOne = await api.send(listAllRequestsContract, { query: { endpointId: one.id } });
  expect(ofOne.body.items.map(({ id }) => id)).toEqual([ids[2], ids[0]]);
  const foreign = await api.send(listAllRequestsContract, { token: api.tokens.stranger });
  expect(foreign.body.items).toEqual([]);
  const stats = await api.send(requestStatsContract, { query: { endpointId: one.id } });
  expect(stats.body.received).toBe(2);
  const everything = await api.send(requestStatsContract, {});
  expect(everything.body.received).toBeGreaterThanOrEqual(3);
  const theirs = await api.send(requestStatsContract, { token: api.tokens.stranger });
  expect(theirs.body.received).toBe(0);
});

test('a workflow’s requests are those of all the endpoints it listens to, newest first', async () => {
  const tickets = await liveTickets();
  const trigger = { workflowId: tickets.id, nodeId: 'hook' };
  const bound = await mint({ trigger });
  const aside = await mint();
  const ids: string[] = [];
  for (const url of [tickets.url, bound.url, tickets.url]) {
    ids.push((await post(url, '{"priority":"low"}')).body.id);
  }
  await post(aside.url, '{}');
  const query = { workflowId: tickets.id };
  const listed = await api.send(listAllRequestsContract, { query });
  expect(listed.body.items.map(({ id }) => id)).toEqual(ids.toReversed());
  const one = await api.send(listAllRequestsContract, { query: { ...query, limit: '1' } });
  expect(one.body.items.map(({ id }) => id)).toEqual([ids[2]]);
  const stats = await api.send(requestStatsContract, { query });
  expect(stats.body.received).toBe(3);
  for (const contract of [listAllRequestsContract, requestStatsContract]) {
    const foreign = await api.send(contract, { query, token: api.tokens.stranger });
    expect(foreign.status).toBe(404);
    const both = await api.send(contract, { query: { ...query, endpointId: bound.id } });
    expect(both.status).toBe(422);
  }
});
