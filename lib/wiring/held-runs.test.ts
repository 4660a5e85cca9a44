import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#lib/adapters/db/test-database.ts';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import type { RunCalls } from './run-calls.ts';
import { eventually, graphOf, TestEngine, TestStore, type TestWorkflow } from './test-engine.ts';

let db: TestDatabase;
let store: TestStore;
let host: TestEngine;
let calls: RunCalls;

beforeAll(async () => {
  db = await testDatabase();
  store = await new TestStore(db.pool).start();
  host = await new TestEngine(db).start();
  calls = host.calls;
});
afterAll(async () => {
  await host.stop();
  await db.drop();
});

const named = ({ workflowId }: TestWorkflow) => ({ workspaceId: store.workspaceId, workflowId });
const before = graphOf(['hook:webhook', 'old:call'], ['hook.out>old']);
const replaced = graphOf(['hook_b:webhook', 'new:call'], ['hook_b.out>new']);

/** Requests that its pause holds; `event` is theirs. */
async function held(flow: TestWorkflow, count: number, event?: string): Promise<string[]> {
  await calls.pause(named(flow));
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    ids.push(await store.accept(flow.endpointId, { n }, event === undefined ? {} : { event }));
  }
  host.engine.nudge();
  for (const id of ids) {
    await eventually(async () => {
      const runs = await store.runs(id);
      return runs.length > 0 && runs.every((run) => run.held === true);
    });
  }
  return ids;
}

async function ended(requestId: string) {
  await eventually(async () => (await store.outcome(requestId)) !== 'waiting');
  return store.runs(requestId);
}

/** One request, held while `graph` was published in place of what it was held for. */
async function resumedOn(flow: TestWorkflow, graph: GraphDocument, event?: string) {
  const [id = ''] = await held(flow, 1, event);
  await store.publish(flow, graph);
  const resumed = await calls.resume(named(flow));
  return { id, resumed, runs: await ended(id), outcome: await store.outcome(id) };
}

/** As publishing a version does whose triggers listen to another endpoint. */
async function publishElsewhere(flow: TestWorkflow, graph: GraphDocument) {
  await store.publish({ ...flow, endpointId: await store.endpoint() }, graph);
}

test('100 requests held by a pause start oldest first after resume', async () => {
  const flow = await store.workflow(before);
  const ids = await held(flow, 100);
  host.nodes.effects.length = 0;
  const resumed = await calls.resume(named(flow));
  expect(resumed).toMatchObject({ value: { released: 100 } });
  for (const id of ids) await ended(id);
  const oldestFirst = ids.map((id, n) => ({ id, n })).sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(host.nodes.effects.map(({ body }) => body)).toEqual(oldestFirst.map(({ n }) => ({ n })));
});

test('requests that come in after a resume start behind what it held', async () => {
  const flow = await store.workflow(before);
  const waited = await held(flow, 100);
  host.nodes.effects.length = 0;
  await calls.resume(named(flow));
  const late: string[] = [];
  for (let n = 100; n < 110; n += 1) late.push(await store.accept(flow.endpointId, { n }));
  host.engine.nudge();
  for (const id of [...waited, ...late]) await ended(id);
  const order = host.nodes.effects.map(({ body }) => (body as { n: number }).n);
  expect(order.slice(0, 100).every((n) => n < 100)).toBe(true);
  expect(order).toHaveLength(110);
});

test('a request held while its trigger was replaced runs from the trigger that took its place', async () => {
  const { runs, resumed, outcome } = await resumedOn(await store.workflow(before), replaced);
  expect(resumed).toMatchObject({ value: { released: 1 } });
  expect(runs).toMatchObject([
    { status: 'succeeded', version: 2, trigger_node_id: 'hook_b', error: null },
  ]);
  expect(await store.steps(runs[0]!.id)).toEqual({ new: 'succeeded ok' });
  expect(outcome).toBe('ran');
});

test('of two triggers that replaced two, each takes one of the held runs', async () => {
  const pair = (a: string, b: string) =>
    graphOf([`${a}:webhook`, `${b}:webhook`, 'c:call'], [`${a}.out>c`, `${b}.out>c`]);
  const { runs } = await resumedOn(await store.workflow(pair('a', 'b')), pair('x', 'y'));
  expect(runs.map((run) => run.trigger_node_id).sort()).toEqual(['x', 'y']);
  expect(runs.map((run) => run.status)).toEqual(['succeeded', 'succeeded']);
});

test('of two triggers one stayed: it runs once, and the other’s run says what became of its trigger', async () => {
  const two = graphOf(
    ['hook:webhook', 'gone:webhook', 'old:call'],
    ['hook.out>old', 'gone.out>old'],
  );
  const { runs, outcome } = await resumedOn(await store.workflow(two), before);
  const byTrigger = Object.fromEntries(runs.map((run) => [run.trigger_node_id, run]));
  expect(byTrigger).toMatchObject({
    hook: { status: 'succeeded', version: 2 },
    gone: { status: 'failed', version: 1, error: { code: 'trigger_gone' } },
  });
  expect(outcome).toBe('ran');
});

test('a trigger that takes the place of another, but not this event, filters the run and says so', async () => {
  const picky = graphOf(
    ['hook_b:webhook:{"events":["order.paid"]}', 'new:call'],
    ['hook_b.out>new'],
  );
  const other = await resumedOn(await store.workflow(before), picky, 'order.created');
  expect(other.runs).toMatchObject([
    { status: 'filtered', error: { code: 'event_not_asked_for' } },
  ]);
  expect(other.outcome).toBe('filtered');
  const asked = await resumedOn(await store.workflow(before), picky, 'order.paid');
  expect(asked.runs).toMatchObject([{ status: 'succeeded', trigger_node_id: 'hook_b' }]);
});

test('a held request whose endpoint no trigger listens to any more ends with an error that says so', async () => {
  const flow = await store.workflow(before);
  const [id = ''] = await held(flow, 1);
  await publishElsewhere(flow, replaced);
  expect(await calls.resume(named(flow))).toMatchObject({ value: { released: 0 } });
  expect(await ended(id)).toMatchObject([
    {
      status: 'failed',
      held: false,
      version: 1,
      error: { code: 'trigger_gone', message: expect.stringContaining('no longer listens') },
    },
  ]);
  expect(await store.outcome(id)).toBe('ran');
});

test('a rerun on the current version runs from the trigger that took the place of its own', async () => {
  const flow = await store.workflow(before);
  const id = await store.accept(flow.endpointId, {});
  host.engine.nudge();
  const [first] = await ended(id);
  await store.publish(flow, replaced);
  const input = { workspaceId: store.workspaceId, runId: first!.id };
  expect(await calls.rerun({ ...input, version: 'current' })).toMatchObject({
    value: { version: 2, triggerNodeId: 'hook_b', rerun: 1 },
  });
  expect(await calls.rerun({ ...input, version: 'same' })).toMatchObject({
    value: { version: 1, triggerNodeId: 'hook' },
  });
  await eventually(async () => {
    const runs = await store.runs(id);
    return runs.length === 3 && runs.every((run) => run.status === 'succeeded');
  });
});

test('a rerun on a current version that no longer listens to the endpoint is refused with a sentence', async () => {
  const flow = await store.workflow(before);
  const id = await store.accept(flow.endpointId, {});
  host.engine.nudge();
  const [first] = await ended(id);
  await publishElsewhere(flow, replaced);
  const rerun = { workspaceId: store.workspaceId, runId: first!.id, version: 'current' as const };
  expect(await calls.rerun(rerun)).toMatchObject({
    error: { code: 'invalid_value', detail: expect.stringContaining('no trigger') },
  });
  expect(await store.runs(id)).toHaveLength(1);
});
