import { afterAll, beforeAll, expect, test } from 'vitest';
import { RunSource } from '#lib/adapters/db/run-source.ts';
import { RunStore } from '#lib/adapters/db/run-store.ts';
import { type TestDatabase, testDatabase } from '#lib/adapters/db/test-database.ts';
import type { NodeOutcome } from '#lib/core/execution/types.ts';
import { uuidTime } from '#lib/core/ids.ts';
import { getRun } from '#lib/usecases/inspect/runs.ts';
import type { RunCalls } from './run-calls.ts';
import {
  done,
  eventually,
  graphOf,
  TestEngine,
  TestStore,
  type TestWorkflow,
} from './test-engine.ts';

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

const graph = graphOf(
  ['hook:webhook', 'f:filter:{"field":"go","equals":"yes"}', 'a:call', 'b:call'],
  ['hook.out>f', 'f.match>a', 'a.ok>b'],
);
const decided = (id: string) =>
  eventually(async () => (await store.outcome(id)) !== 'waiting' && store.outcome(id));
const ended = (id: string, status: string) =>
  eventually(async () => (await store.runs(id)).find((run) => run.status === status));
const keysOf = (runId: string) =>
  host.nodes.effects.filter(({ key }) => key.startsWith(runId)).map(({ key }) => key.split(':')[1]);

async function post(endpointId: string, body = { go: 'yes' }): Promise<string> {
  const id = await store.accept(endpointId, body);
  host.engine.nudge();
  return id;
}
const named = ({ workflowId }: TestWorkflow) => ({ workspaceId: store.workspaceId, workflowId });
const ofWorkspace = {
  get workspaceId() {
    return store.workspaceId;
  },
};

test('a replay is a new request outside the stats, run on the version that is live now', async () => {
  const flow = await store.workflow(graph);
  const id = await post(flow.endpointId, { go: 'no' });
  expect(await decided(id)).toBe('filtered');
  await store.publish(flow, graphOf(['hook:webhook', 'a:call'], ['hook.out>a']));
  const replayed = await calls.replay({ workspaceId: store.workspaceId, requestId: id });
  if (!replayed.ok) throw new Error(replayed.error.detail);
  const { requestId, runs } = replayed.value;
  expect(runs).toMatchObject([{ workflowId: flow.workflowId, status: 'queued' }]);
  expect(await decided(requestId)).toBe('ran');
  expect((await store.runs(requestId))[0]).toMatchObject({ version: 2, counts: false });
  const { rows } = await db.pool.query('SELECT * FROM inbound_request WHERE id = $1', [requestId]);
  expect(rows[0]).toMatchObject({
    replay_of: id,
    edited: false,
    verification: { status: 'not_checked' },
  });
  expect(await store.counts(flow.endpointId)).toEqual({ accepted: 1, filtered: 1 });
});

test('a replay with another body says that it was edited', async () => {
  const flow = await store.workflow(graph);
  const id = await post(flow.endpointId, { go: 'no' });
  await decided(id);
  const replayed = await calls.replay({ ...ofWorkspace, requestId: id, body: { go: 'yes' } });
  const requestId = replayed.ok ? replayed.value.requestId : '';
  expect(await decided(requestId)).toBe('ran');
  const { rows } = await db.pool.query('SELECT edited FROM inbound_request WHERE id = $1', [
    requestId,
  ]);
  expect(rows).toEqual([{ edited: true }]);
});

test('a replay where nothing is live, or of another workspace, is refused', async () => {
  const endpointId = await store.endpoint();
  const id = await post(endpointId);
  await decided(id);
  expect(await calls.replay({ ...ofWorkspace, requestId: id })).toMatchObject({
    error: { code: 'no_live_workflow' },
  });
  const foreign = { workspaceId: endpointId, requestId: id };
  expect(await calls.replay(foreign)).toMatchObject({ error: { code: 'not_found' } });
});

test('while a workflow is paused new requests wait; resumed, they run oldest first on the live version', async () => {
  const flow = await store.workflow(graph);
  await calls.pause(named(flow));
  const ids = [
    await post(flow.endpointId),
    await post(flow.endpointId),
    await post(flow.endpointId),
  ];
  for (const id of ids) await eventually(async () => (await store.runs(id))[0]?.held === true);
  expect(await store.outcome(ids[0]!)).toBe('waiting');
  await store.publish(flow, graph);
  expect(await calls.resume(named(flow))).toEqual({
    ok: true,
    value: { released: 3, discarded: 0 },
  });
  for (const id of ids) expect(await decided(id)).toBe('ran');
  expect((await store.runs(ids[2]!))[0]).toMatchObject({ version: 2, status: 'succeeded' });
});

test('what waited may be discarded', async () => {
  const flow = await store.workflow(graph);
  await calls.pause(named(flow));
  const id = await post(flow.endpointId);
  await eventually(async () => (await store.runs(id))[0]?.held === true);
  expect(await calls.resume({ ...named(flow), discard: true })).toMatchObject({
    value: { released: 0, discarded: 1 },
  });
  expect((await store.runs(id))[0]).toMatchObject({ status: 'cancelled' });
  expect(await decided(id)).toBe('filtered');
  expect(await decided(await post(flow.endpointId))).toBe('ran');
});

test('a paused workflow holds its timers until it is resumed', async () => {
  const waits = graphOf(
    ['hook:webhook', 'd:delay:{"ms":3600000}', 'a:call'],
    ['hook.out>d', 'd.out>a'],
  );
  const flow = await store.workflow(waits);
  const id = await post(flow.endpointId);
  const run = await ended(id, 'waiting');
  await calls.pause(named(flow));
  await db.pool.query('UPDATE run SET resume_at = now() WHERE id = $1', [run.id]);
  await db.pool.query('UPDATE run_step SET resume_at = now() WHERE run_id = $1', [run.id]);
  const other = await store.workflow(graph);
  await decided(await post(other.endpointId));
  expect((await store.runs(id))[0]).toMatchObject({ status: 'waiting' });
  await calls.resume(named(flow));
  expect(await decided(id)).toBe('ran');
});

test('a rerun from a step keeps what ran before it and does not count', async () => {
  const flow = await store.workflow(graph);
  host.nodes.call = ({ effectKey }): NodeOutcome =>
    effectKey.includes(':b:')
      ? {
          kind: 'failed',
          error: { code: 'no', message: 'No.', retryable: false },
          output: null,
          input: null,
          warnings: [],
        }
      : done('ok', { from: 'a' });
  const id = await post(flow.endpointId);
  const first = await ended(id, 'failed');
  host.nodes.call = () => done('ok');
  const rerun = await calls.rerun({ ...ofWorkspace, runId: first.id, from: 'b' });
  if (!rerun.ok) throw new Error(rerun.error.detail);
  expect(rerun.value).toMatchObject({ rerun: 1, rerunOf: first.id, rerunFrom: 'b', version: 1 });
  const again = await ended(id, 'succeeded');
  expect(keysOf(again.id)).toEqual(['b']);
  expect(await store.steps(again.id)).toEqual({
    f: 'succeeded match',
    a: 'succeeded ok',
    b: 'succeeded ok',
  });
  expect(await store.counts(flow.endpointId)).toEqual({ accepted: 1, ran: 1 });
  const unknown = await calls.rerun({ ...ofWorkspace, runId: first.id, from: 'zzz' });
  expect(unknown).toMatchObject({ error: { code: 'invalid_value' } });
});

test('a rerun from right behind the filter that held a run back sends it on, once', async () => {
  const flow = await store.workflow(graph);
  const id = await post(flow.endpointId, { go: 'no' });
  const first = await ended(id, 'filtered');
  const rerun = await calls.rerun({ ...ofWorkspace, runId: first.id, from: 'a' });
  if (!rerun.ok) throw new Error(rerun.error.detail);
  const again = await ended(id, 'succeeded');
  expect(again).toMatchObject({ id: rerun.value.id, acted: true, counts: false });
  expect(keysOf(again.id)).toEqual(['a', 'b']);
  expect(await store.steps(again.id)).toEqual({
    f: 'filtered otherwise',
    a: 'succeeded ok',
    b: 'succeeded ok',
  });
  expect(keysOf(first.id)).toEqual([]);
  expect(await store.outcome(id)).toBe('filtered');
  expect(await store.counts(flow.endpointId)).toEqual({ accepted: 1, filtered: 1 });
});

test('a rerun from a step that nothing would reach is refused', async () => {
  const flow = await store.workflow(graph);
  const id = await post(flow.endpointId, { go: 'no' });
  const first = await ended(id, 'filtered');
  const rerun = await calls.rerun({ ...ofWorkspace, runId: first.id, from: 'b' });
  expect(rerun).toMatchObject({
    error: { code: 'invalid_value', errors: [{ field: 'from' }] },
  });
  expect(await store.runs(id)).toHaveLength(1);
});

test('two reruns at once get two runs', async () => {
  const flow = await store.workflow(graph);
  const id = await post(flow.endpointId);
  const run = await ended(id, 'succeeded');
  const both = await Promise.all([1, 2].map(() => calls.rerun({ ...ofWorkspace, runId: run.id })));
  const ids = both.map((result) => (result.ok ? result.value.id : ''));
  expect(new Set(ids).size).toBe(2);
  await eventually(async () => (await store.runs(id)).every((one) => one.status === 'succeeded'));
});

test('a run that waits is cancelled, and its request is decided', async () => {
  const waits = graphOf(
    ['hook:webhook', 'd:delay:{"ms":3600000}', 'a:call'],
    ['hook.out>d', 'd.out>a'],
  );
  const { endpointId } = await store.workflow(waits);
  const id = await post(endpointId);
  const run = await ended(id, 'waiting');
  expect(await calls.cancel({ ...ofWorkspace, runId: run.id })).toMatchObject({
    value: { status: 'cancelled' },
  });
  expect(await decided(id)).toBe('filtered');
  expect(await store.steps(run.id)).toEqual({ d: 'cancelled out' });
});

test('a run under way is cancelled: its call is aborted and nothing follows', async () => {
  const { endpointId } = await store.workflow(graph);
  host.nodes.call = ({ signal, effectKey }) => {
    if (effectKey.includes(':b:')) return done('ok');
    return new Promise<NodeOutcome>((resolve) => {
      const stop = { code: 'aborted', message: 'Aborted.', retryable: true };
      signal.addEventListener('abort', () =>
        resolve({ kind: 'failed', error: stop, output: null, input: null, warnings: [] }),
      );
    });
  };
  const id = await post(endpointId);
  const run = await ended(id, 'running');
  await calls.cancel({ ...ofWorkspace, runId: run.id });
  await eventually(() => host.engine.active.size === 0);
  expect((await store.runs(id))[0]).toMatchObject({ status: 'cancelled' });
  expect(keysOf(run.id)).toEqual(['a']);
  expect(await store.steps(run.id)).toMatchObject({ a: expect.stringMatching(/^cancelled/) });
  host.nodes.call = () => done('ok');
});

test('a test runs the draft with a made-up request and answers the run with its steps', async () => {
  const flow = await store.workflow(graph);
  const draft = graphOf(['hook:webhook', 'only:call'], ['hook.out>only']);
  await db.pool.query('UPDATE workflow SET graph = $2 WHERE id = $1', [
    flow.workflowId,
    JSON.stringify(draft),
  ]);
  const tested = await calls.test({
    ...named(flow),
    request: { body: { n: 1 }, query: { a: 'b' } },
  });
  if (!tested.ok) throw new Error(tested.error.detail);
  expect(tested.value.ended).toBe(true);
  const reader = { runs: new RunStore(db.pool), source: new RunSource(db.pool) };
  const run = await getRun(reader, { ...ofWorkspace, id: tested.value.runId });
  expect(run).toMatchObject({
    value: {
      status: 'succeeded',
      version: 0,
      steps: [
        { nodeId: 'hook', output: { body: { n: 1 }, query: { a: 'b' }, method: 'POST' } },
        { nodeId: 'only', status: 'succeeded' },
      ],
    },
  });
  expect(await store.counts(flow.endpointId)).toEqual({});
});

test('a test with a stored request leaves its outcome alone', async () => {
  const flow = await store.workflow(graph);
  const id = await post(flow.endpointId, { go: 'no' });
  await decided(id);
  const tested = await calls.test({ ...named(flow), requestId: id });
  expect(tested).toMatchObject({ value: { ended: true } });
  expect(await store.outcome(id)).toBe('filtered');
});

test('a test that waits for long says so at once', async () => {
  const waits = graphOf(['hook:webhook', 'd:delay:{"ms":3600000}'], ['hook.out>d']);
  const flow = await store.workflow(waits);
  expect(await calls.test(named(flow))).toMatchObject({ value: { ended: false } });
});

test('runs are listed newest request first, page by page, by workflow, request and status', async () => {
  const flow = await store.workflow(graph);
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1)
    ids.push(await post(flow.endpointId, { go: n === 2 ? 'no' : 'yes' }));
  for (const id of ids) await decided(id);
  const runs = new RunStore(db.pool);
  const base = { ...named(flow), limit: 2 };
  const first = await runs.list(base);
  const second = await runs.list({ ...base, before: first.at(-1)!.id });
  const third = await runs.list({ ...base, before: second.at(-1)!.id });
  const all = [...first, ...second, ...third].map((run) => run.requestId);
  expect(new Set(all)).toEqual(new Set(ids));
  const times = all.map(uuidTime);
  expect(times.toSorted((a, b) => b - a)).toEqual(times);
  expect(await runs.list({ ...base, requestId: ids[3], limit: 9 })).toHaveLength(1);
  expect(await runs.list({ ...base, status: 'filtered', limit: 9 })).toHaveLength(1);
  expect(await runs.list({ ...base, workspaceId: flow.endpointId })).toEqual([]);
  expect(await runs.list({ ...base, until: new Date(0) })).toEqual([]);
});
