import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensurePartitions } from '#lib/adapters/db/partitions.ts';
import {
  createEndpointContract,
  deleteEndpointContract,
  getEndpointContract,
} from '#lib/contracts/endpoint.ts';
import {
  createWorkflowContract,
  deleteWorkflowContract,
  duplicateWorkflowContract,
  getWorkflowContract,
  listVersionsContract,
  listWorkflowsContract,
  publishWorkflowContract,
  restoreVersionContract,
  saveGraphContract,
  updateWorkflowContract,
  workflowActivityContract,
} from '#lib/contracts/workflow.ts';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import { uuidv7 } from '#lib/core/ids.ts';
import { TestApi } from './test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.open();
});
afterAll(() => api.close());

const at = { x: 0, y: 0 };

/** trigger → filter → call, as the public contract's example. */
function ticketGraph(settings: object = {}): GraphDocument {
  return {
    schema: 1,
    nodes: [
      {
        id: 'hook',
        type: 'webhook',
        name: 'Ticket opened',
        position: at,
        settings: { ...settings },
      },
      {
        id: 'urgent',
        type: 'filter',
        name: 'High priority',
        position: at,
        settings: {
          all: [{ left: '{{body.priority}}', operator: 'is_one_of', right: ['high', 'critical'] }],
        },
      },
      {
        id: 'notify',
        type: 'http_request',
        name: 'Tell the desk',
        position: at,
        settings: {
          method: 'POST',
          url: 'https://desk.example/notify',
          body: { type: 'json', value: { zulu: '{{body.id}}', alpha: '{{body.from}}' } },
        },
      },
    ],
    edges: [
      { id: 'e1', from: { node: 'hook', port: 'out' }, to: { node: 'urgent', port: 'in' } },
      { id: 'e2', from: { node: 'urgent', port: 'match' }, to: { node: 'notify', port: 'in' } },
    ],
  };
}

async function create(graph: GraphDocument | undefined = ticketGraph(), name = 'Tickets') {
  const made = await api.send(createWorkflowContract, { body: { name, graph } });
  expect(made.status).toBe(201);
  return made.body;
}
const publish = (id: string, body: object = {}) =>
  api.send(publishWorkflowContract, { params: { id }, body });
const save = (id: string, graph: GraphDocument, baseRevision: number) =>
  api.send(saveGraphContract, { params: { id }, body: { graph, baseRevision } });
const endpointIdsIn = (graph: GraphDocument, node = 'hook') =>
  graph.nodes.find(({ id }) => id === node)?.settings.endpointIds;

test('a trigger without an endpoint gets a URL of its own, and its id is filled in', async () => {
  const workflow = await create();
  expect(workflow).toMatchObject({ status: 'draft', revision: 1, liveVersion: null, problems: [] });
  const [url] = workflow.endpoints;
  expect(workflow.endpoints).toHaveLength(1);
  expect(url).toMatchObject({ nodeId: 'hook', isNew: true, urlReachable: 'local' });
  expect(url?.url).toMatch(/^http:\/\/hookline\.test\/hooks\/[A-Za-z0-9_-]{22,}$/);
  expect(endpointIdsIn(workflow.graph)).toEqual([url?.id]);
});

test('saving the graph again without the endpoint’s id gives the same URL', async () => {
  const workflow = await create();
  const saved = await save(workflow.id, ticketGraph(), 1);
  expect(saved.status).toBe(200);
  expect(saved.body.revision).toBe(2);
  expect(saved.body.endpoints).toEqual([{ ...workflow.endpoints[0], isNew: false }]);
  const emptied = await save(workflow.id, ticketGraph({ endpointIds: [] }), 2);
  expect(emptied.body.endpoints[0]?.id).toBe(workflow.endpoints[0]?.id);
});

test('a trigger that was removed and comes back under its id has its old URL', async () => {
  const workflow = await create();
  await save(workflow.id, { schema: 1, nodes: [], edges: [] }, 1);
  const back = await save(workflow.id, ticketGraph(), 2);
  expect(back.body.endpoints[0]?.url).toBe(workflow.endpoints[0]?.url);
});

test('the keys of a body keep the order that people gave them', async () => {
  const workflow = await create();
  const read = await api.send(getWorkflowContract, { params: { id: workflow.id } });
  const notify = read.body.graph.nodes.find(({ id }) => id === 'notify');
  const body = notify?.settings.body as { value: object };
  expect(Object.keys(body.value)).toEqual(['zulu', 'alpha']);
});

test('saving over somebody else’s change is a revision conflict and changes nothing', async () => {
  const workflow = await create();
  const [first, second] = await Promise.all([
    save(workflow.id, ticketGraph(), 1),
    save(workflow.id, ticketGraph(), 1),
  ]);
  expect([first.status, second.status].sort()).toEqual([200, 409]);
  const refused = first.status === 409 ? first : second;
  expect(refused.problem.code).toBe('revision_conflict');
  const read = await api.send(getWorkflowContract, { params: { id: workflow.id } });
  expect(read.body.revision).toBe(2);
});

test('an endpoint of another workspace in a graph is refused, and nothing is made', async () => {
  const theirs = await api.send(createEndpointContract, {
    token: api.tokens.stranger,
    body: { name: 'Theirs' },
  });
  const before = await api.send(listWorkflowsContract);
  const made = await api.send(createWorkflowContract, {
    body: { name: 'Thief', graph: ticketGraph({ endpointIds: [theirs.body.id] }) },
  });
  expect(made.status).toBe(422);
  expect(made.problem).toMatchObject({
    code: 'invalid_graph',
    errors: [{ nodeId: 'hook', field: 'endpointIds.0' }],
  });
  const after = await api.send(listWorkflowsContract);
  expect(after.body.items).toHaveLength(before.body.items.length);
});

test('an imported graph gets new endpoints, and the answer says so', async () => {
  const foreign = '0199a000-0000-7000-8000-000000000000';
  const made = await api.send(createWorkflowContract, {
    body: {
      name: 'Imported',
      graph: ticketGraph({ endpointIds: [foreign], events: ['issues'] }),
      newEndpoints: true,
    },
  });
  expect(made.status).toBe(201);
  expect(made.body.endpoints).toMatchObject([{ nodeId: 'hook', isNew: true }]);
  expect(made.body.notices[0]).toContain('new URL');
  const hook = made.body.graph.nodes.find(({ id }) => id === 'hook');
  expect(hook?.settings).toEqual({ events: ['issues'], endpointIds: [made.body.endpoints[0]?.id] });
});

test('a duplicated workflow has URLs of its own', async () => {
  const original = await create();
  const copy = await api.send(duplicateWorkflowContract, { params: { id: original.id }, body: {} });
  expect(copy.status).toBe(201);
  expect(copy.body.name).toBe('Tickets (copy)');
  expect(copy.body.endpoints[0]?.id).not.toBe(original.endpoints[0]?.id);
  expect(copy.body.notices[0]).toContain('new URL');
});

test('publishing freezes the draft and makes its triggers listen', async () => {
  const workflow = await create();
  const published = await publish(workflow.id, { note: 'First' });
  expect(published.body).toEqual({ version: 1 });
  const read = await api.send(getWorkflowContract, { params: { id: workflow.id } });
  expect(read.body).toMatchObject({ status: 'live', liveVersion: 1, changed: false });
  const id = workflow.endpoints[0]?.id ?? '';
  const endpoint = await api.send(getEndpointContract, { params: { id } });
  expect(endpoint.body.triggers).toEqual([{ workflowId: workflow.id, nodeId: 'hook', live: true }]);
  expect(endpoint.body.revision).toBe(2);
  const versions = await api.send(listVersionsContract, { params: { id: workflow.id } });
  expect(versions.body.items).toMatchObject([
    { version: 1, note: 'First', live: true, createdBy: { kind: 'token', label: 'owner' } },
  ]);
});

test('a draft that was edited after publishing is told from what is live', async () => {
  const workflow = await create();
  await publish(workflow.id);
  await save(workflow.id, ticketGraph({ events: ['issues'] }), 1);
  const read = await api.send(getWorkflowContract, { params: { id: workflow.id } });
  expect(read.body).toMatchObject({ status: 'live', changed: true, liveVersion: 1 });
});

test('a graph with problems is saved as a draft but not published', async () => {
  const graph = ticketGraph();
  graph.nodes[2] = { ...graph.nodes[2]!, settings: { method: 'POST', url: '{{body.' } };
  const workflow = await create(graph);
  expect(workflow.problems.map(({ nodeId }) => nodeId)).toContain('notify');
  const published = await publish(workflow.id);
  expect(published.status).toBe(422);
  expect(published.problem.code).toBe('invalid_graph');
  expect(published.problem.errors?.[0]).toMatchObject({ nodeId: 'notify' });
  const read = await api.send(getWorkflowContract, { params: { id: workflow.id } });
  expect(read.body).toMatchObject({ status: 'draft', liveVersion: null });
});

test('an empty workflow is a draft that can’t be published', async () => {
  const workflow = await create(undefined);
  const made = await api.send(createWorkflowContract, { body: { name: 'Empty' } });
  expect(made.body.graph).toEqual({ schema: 1, nodes: [], edges: [] });
  expect((await publish(made.body.id)).problem.code).toBe('invalid_graph');
  expect(workflow.id).not.toBe(made.body.id);
});

test('publishing without a trigger’s endpoint stops that endpoint from running anything', async () => {
  const workflow = await create();
  await publish(workflow.id);
  const other = await api.send(createEndpointContract, { body: { name: 'Other' } });
  await save(workflow.id, ticketGraph({ endpointIds: [other.body.id] }), 1);
  await publish(workflow.id);
  const id = workflow.endpoints[0]?.id ?? '';
  expect((await api.send(getEndpointContract, { params: { id } })).body.triggers).toEqual([]);
  const now = await api.send(getEndpointContract, { params: { id: other.body.id } });
  expect(now.body.triggers).toMatchObject([{ nodeId: 'hook', live: true }]);
});

test('a live endpoint can’t be deleted; once the workflow is gone it goes on capturing', async () => {
  const workflow = await create();
  await publish(workflow.id);
  const id = workflow.endpoints[0]?.id ?? '';
  const refused = await api.send(deleteEndpointContract, { params: { id } });
  expect(refused.problem.code).toBe('endpoint_in_use');
  expect(refused.problem.detail).toContain('Tickets');
  expect((await api.send(deleteWorkflowContract, { params: { id: workflow.id } })).status).toBe(
    204,
  );
  const read = await api.send(getWorkflowContract, { params: { id: workflow.id } });
  expect(read.status).toBe(404);
  const endpoint = await api.send(getEndpointContract, { params: { id } });
  expect(endpoint.body).toMatchObject({ enabled: true, triggers: [] });
  expect((await api.send(deleteEndpointContract, { params: { id } })).status).toBe(204);
});

test('a draft may name a deleted endpoint, a live version may not', async () => {
  const other = await api.send(createEndpointContract, { body: { name: 'Short-lived' } });
  const workflow = await create(ticketGraph({ endpointIds: [other.body.id] }));
  await api.send(deleteEndpointContract, { params: { id: other.body.id } });
  const read = await api.send(getWorkflowContract, { params: { id: workflow.id } });
  expect(read.body.problems).toMatchObject([{ nodeId: 'hook', field: 'endpointIds.0' }]);
  expect((await save(workflow.id, read.body.graph, 1)).status).toBe(200);
  expect((await publish(workflow.id)).problem.errors).toMatchObject([{ nodeId: 'hook' }]);
});

test('a restored version becomes the draft; what is live stays live', async () => {
  const workflow = await create();
  await publish(workflow.id);
  await save(workflow.id, { schema: 1, nodes: [], edges: [] }, 1);
  const params = { id: workflow.id, n: '1' };
  const restored = await api.send(restoreVersionContract, { params, body: {} });
  expect(restored.body.revision).toBe(3);
  expect(restored.body.graph).toEqual(workflow.graph);
  const missing = { id: workflow.id, n: '99' };
  expect((await api.send(restoreVersionContract, { params: missing })).status).toBe(404);
});

test('two publishes of workflows that share endpoints both come through', async () => {
  const [a, b] = [
    await api.send(createEndpointContract, { body: { name: 'A' } }),
    await api.send(createEndpointContract, { body: { name: 'B' } }),
  ].map(({ body }) => body.id);
  const [one, two] = [
    await create(ticketGraph({ endpointIds: [a, b] })),
    await create(ticketGraph({ endpointIds: [b, a] })),
  ];
  for (let round = 0; round < 5; round += 1) {
    const answers = await Promise.all([publish(one.id), publish(two.id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  }
});

test('workflows are found by status and by part of their name, wildcards taken as letters', async () => {
  const live = await create(ticketGraph(), 'Percent 100% sure');
  await publish(live.id);
  const byName = await api.send(listWorkflowsContract, { query: { q: '100% SURE' } });
  expect(byName.body.items.map(({ id }) => id)).toEqual([live.id]);
  expect((await api.send(listWorkflowsContract, { query: { q: '100_ sure' } })).body.items).toEqual(
    [],
  );
  const drafts = await api.send(listWorkflowsContract, { query: { status: 'draft', q: '' } });
  expect(drafts.body.items.every(({ status }) => status === 'draft')).toBe(true);
});

test('a cursor stays valid while workflows are added', async () => {
  const names = ['one', 'two', 'three', 'four'].map((name) => `paged ${name}`);
  for (const name of names) await create(undefined, name);
  const query = { q: 'paged', limit: '2' };
  const first = await api.send(listWorkflowsContract, { query });
  expect(first.body.items.map(({ name }) => name)).toEqual(['paged four', 'paged three']);
  await create(undefined, 'paged five');
  const cursor = first.body.nextCursor ?? '';
  const second = await api.send(listWorkflowsContract, { query: { ...query, cursor } });
  expect(second.body.items.map(({ name }) => name)).toEqual(['paged two', 'paged one']);
  expect(second.body.nextCursor).toBeNull();
  const bad = await api.send(listWorkflowsContract, { query: { cursor: 'nonsense' } });
  expect(bad.status).toBe(422);
});

test('a workflow is renamed without touching its graph', async () => {
  const workflow = await create();
  const params = { id: workflow.id };
  const renamed = await api.send(updateWorkflowContract, { params, body: { name: ' Desk ' } });
  expect(renamed.body).toMatchObject({ name: 'Desk', description: '', revision: 1 });
});

/** A finished run of a live version, `minutesAgo`. */
async function addRun(workflowId: string, run: { minutesAgo: number; status: string }) {
  const at = Date.now() - run.minutesAgo * 60_000;
  await api.wiring.pool.query(
    `INSERT INTO run (id, workspace_id, workflow_id, version, trigger_node_id, request_id, endpoint_id, status)
     VALUES ($1, $2, $3, $4, 'hook', $1, $1, $5)`,
    [
      uuidv7(at, randomBytes(10)),
      api.workspaceId,
      workflowId,
      run.status === 'test' ? 0 : 1,
      run.status === 'test' ? 'succeeded' : run.status,
    ],
  );
  return new Date(at).toISOString();
}

test('activity counts what live versions did since a moment, and says what a workflow listens to', async () => {
  await ensurePartitions(api.wiring.pool, Date.now());
  const busy = await create(ticketGraph(), 'Busy');
  const idle = await create({ schema: 1, nodes: [], edges: [] }, 'Idle');
  for (const [minutesAgo, status] of [
    [300, 'failed'],
    [50, 'succeeded'],
    [40, 'failed'],
  ] as const) {
    await addRun(busy.id, { minutesAgo, status });
  }
  const lastAt = await addRun(busy.id, { minutesAgo: 3, status: 'filtered' });
  await addRun(busy.id, { minutesAgo: 1, status: 'test' });
  const since = new Date(Date.now() - 3_600_000).toISOString();
  const query = { ids: `${busy.id},${idle.id}`, since };
  const { body } = await api.send(workflowActivityContract, { query });
  const [idleRow, busyRow] = body.items;
  expect(busyRow).toEqual({
    workflowId: busy.id,
    ...{ runs: 3, failed: 1, capped: false, waiting: 0 },
    lastRun: { id: expect.any(String), status: 'filtered', at: lastAt },
    listensTo: [{ id: busy.endpoints[0]?.id, name: 'Ticket opened', scheme: 'none' }],
  });
  expect(idleRow).toEqual({
    workflowId: idle.id,
    ...{ runs: 0, failed: 0, capped: false, waiting: 0, lastRun: null, listensTo: [] },
  });
  const foreign = await api.send(workflowActivityContract, { query, token: api.tokens.stranger });
  expect(foreign.body.items).toEqual([]);
});
