import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createEndpointContract,
  deleteEndpointContract,
  updateEndpointContract,
} from '#lib/contracts/endpoint.ts';
import { overviewContract } from '#lib/contracts/overview.ts';
import { requestStatsContract } from '#lib/contracts/request.ts';
import {
  createWorkflowContract,
  pauseWorkflowContract,
  publishWorkflowContract,
} from '#lib/contracts/workflow.ts';
import { TestApi } from './test-api.ts';

let api: TestApi;
let door: string;
const desk = createServer((request, response) => {
  request.resume();
  response.statusCode = request.url === '/broken' ? 404 : 200;
  response.end('{}');
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

const overview = async (query: Record<string, string> = {}, token = api.tokens.owner) =>
  (await api.send(overviewContract, { query, token })).body;
const needs = async (kind: string) => (await overview()).needs.filter((need) => need.kind === kind);

async function mint(name: string, body: object = {}) {
  const made = await api.send(createEndpointContract, { body: { name, ...body } });
  return { id: made.body.id, url: made.body.url.replace('http://hookline.test', door) };
}
const post = async (url: string, headers: Record<string, string> = {}) =>
  (await fetch(url, { method: 'POST', body: '{}', headers })).status;

async function live(name: string, path: string, settings: object = {}) {
  const position = { x: 0, y: 0 };
  const url = `http://127.0.0.1:${(desk.address() as AddressInfo).port}${path}`;
  const graph = {
    schema: 1,
    nodes: [
      { id: 'hook', type: 'webhook', name: 'Hook', position, settings },
      { id: 'tell', type: 'http_request', name: 'Tell', position, settings: { url } },
    ],
    edges: [{ id: 'e', from: { node: 'hook', port: 'out' }, to: { node: 'tell', port: 'in' } }],
  };
  const { body } = await api.send(createWorkflowContract, { body: { name, graph } });
  const published = await api.send(publishWorkflowContract, { params: { id: body.id }, body: {} });
  expect(published.problem?.detail ?? published.status).toBe(200);
  const [first] = body.endpoints;
  return { id: body.id, url: (first?.url ?? '').replace('http://hookline.test', door) };
}

test('a new workspace has nothing to tell', async () => {
  expect(await overview({}, api.tokens.stranger)).toMatchObject({
    bucketSeconds: 1800,
    totals: { received: 0 },
    buckets: [],
    needs: [],
    endpoints: 0,
    busiest: [],
    workflows: { total: 0, items: [] },
  });
});

test('the sums are those of the requests, whole and by time, in both windows', async () => {
  const endpoint = await mint('Counted', { methods: ['POST'] });
  for (let n = 0; n < 3; n += 1) await post(endpoint.url);
  await fetch(endpoint.url, { method: 'DELETE' });
  await expect
    .poll(async () => (await overview()).totals, { timeout: 10_000 })
    .toMatchObject({ captured: 3, rejected: 1 });
  for (const window of ['24h', '7d']) {
    const { totals, buckets } = await overview({ window });
    const sum = (key: 'received' | 'captured' | 'rejected') =>
      buckets.reduce((all, bucket) => all + bucket[key], 0);
    expect(totals).toEqual((await api.send(requestStatsContract)).body);
    expect([sum('received'), sum('captured'), sum('rejected')]).toEqual([
      totals.received,
      totals.captured,
      totals.rejected,
    ]);
  }
  expect((await overview()).busiest).toContainEqual({
    id: endpoint.id,
    name: 'Counted',
    received: 4,
  });
});

test('an endpoint that refuses everything is told, with the reason, until it lets one in', async () => {
  const secret = 'the-only-secret-there-is';
  const endpoint = await mint('Locked', { verification: { scheme: 'bearer', secrets: [secret] } });
  await post(endpoint.url);
  await post(endpoint.url, { authorization: 'Bearer wrong' });
  await post(endpoint.url, { authorization: 'Bearer wrong' });
  const told = () => needs('endpoint_rejecting');
  await expect.poll(told, { timeout: 10_000 }).toEqual([
    {
      kind: 'endpoint_rejecting',
      endpointId: endpoint.id,
      name: 'Locked',
      count: 3,
      since: null,
      reason: 'bad_credentials',
    },
  ]);
  await post(endpoint.url, { authorization: `Bearer ${secret}` });
  await expect.poll(told, { timeout: 10_000 }).toEqual([]);
});

test('one refusal at an endpoint of a live workflow is told, also where others were let in', async () => {
  const secret = 'the-only-secret-there-is';
  const endpoint = await mint('Heard', { verification: { scheme: 'bearer', secrets: [secret] } });
  await live('Listens to it', '/fine', { endpointIds: [endpoint.id] });
  await post(endpoint.url, { authorization: 'Bearer wrong' });
  await post(endpoint.url, { authorization: `Bearer ${secret}` });
  await expect
    .poll(() => needs('endpoint_refused'), { timeout: 10_000 })
    .toEqual([
      {
        kind: 'endpoint_refused',
        endpointId: endpoint.id,
        name: 'Heard',
        count: 1,
        reason: 'bad_credentials',
      },
    ]);
});

test('requests that ran nothing are told until a live workflow listens, or the endpoint is gone', async () => {
  const endpoint = await mint('Alone');
  await post(endpoint.url);
  const told = async () => (await needs('endpoint_unheard')).map((need) => need.name);
  await expect.poll(told, { timeout: 10_000 }).toContain('Alone');
  const gone = await mint('Gone');
  await post(gone.url);
  await expect.poll(told, { timeout: 10_000 }).toContain('Gone');
  await api.send(deleteEndpointContract, { params: { id: gone.id } });
  await live('Listens', '/fine', { endpointIds: [endpoint.id] });
  const names = await told();
  expect([names.includes('Alone'), names.includes('Gone')]).toEqual([false, false]);
});

test('a failing workflow is told with its last failure, and stands first by its last run', async () => {
  await live('Never ran', '/fine');
  const workflow = await live('Broken', '/broken');
  await post(workflow.url);
  await expect
    .poll(() => needs('workflow_failing'), { timeout: 10_000 })
    .toMatchObject([{ workflowId: workflow.id, name: 'Broken', failed: 1, of: 1 }]);
  const { workflows } = await overview();
  expect(workflows.items[0]).toMatchObject({
    id: workflow.id,
    status: 'live',
    liveVersion: 1,
    runs: 1,
    failed: 1,
    waiting: 0,
  });
  expect(workflows.items[0]?.lastRunAt).not.toBeNull();
  expect(workflows.items.find(({ name }) => name === 'Never ran')).toMatchObject({
    runs: 0,
    lastRunAt: null,
  });
});

test('a paused workflow is told once requests wait for it', async () => {
  const workflow = await live('Paused', '/fine');
  await api.send(pauseWorkflowContract, { params: { id: workflow.id }, body: {} });
  expect(await needs('workflow_paused')).toEqual([]);
  await post(workflow.url);
  await post(workflow.url);
  await expect
    .poll(() => needs('workflow_paused'), { timeout: 10_000 })
    .toMatchObject([{ workflowId: workflow.id, name: 'Paused', waiting: 2, more: false }]);
});

test('what ends within a week is told, tokens to owners only', async () => {
  const soon = new Date(Date.now() + 2 * 86_400_000).toISOString();
  const later = new Date(Date.now() + 20 * 86_400_000).toISOString();
  const ending = await mint('Ends soon', { expiresAt: soon });
  await mint('Ends later', { expiresAt: later });
  expect(await needs('endpoint_expiring')).toEqual([
    {
      kind: 'endpoint_expiring',
      endpointId: ending.id,
      name: 'Ends soon',
      at: Date.parse(soon),
    },
  ]);
  await api.send(updateEndpointContract, { params: { id: ending.id }, body: { expiresAt: null } });
  expect(await needs('endpoint_expiring')).toEqual([]);
  await api.wiring.pool.query('UPDATE api_token SET expires_at = $1 WHERE workspace_id = $2', [
    soon,
    api.workspaceId,
  ]);
  const of = async (token: string) =>
    (await overview({}, token)).needs.filter(({ kind }) => kind === 'token_expiring').length;
  expect(await of(api.tokens.owner)).toBe(3);
  expect(await of(api.tokens.viewer)).toBe(0);
});

test('another workspace is told nothing of it', async () => {
  const { needs: told, totals, workflows } = await overview({}, api.tokens.stranger);
  expect([told, totals.received, workflows.total]).toEqual([[], 0, 0]);
});
