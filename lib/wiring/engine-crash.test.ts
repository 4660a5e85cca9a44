import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPool } from '#lib/adapters/db/pool.ts';
import { type TestDatabase, testDatabase } from '#lib/adapters/db/test-database.ts';
import { Notifications } from '#lib/adapters/live/notifications.ts';
import { JobQueue } from '#lib/adapters/queue/boss.ts';
import type { NodeOutcome } from '#lib/core/execution/types.ts';
import { silentLog } from '#lib/log.ts';
import { buildRunCalls } from './run-calls.ts';
import {
  done,
  eventually,
  graphOf,
  TestEngine,
  TestNodes,
  TestStore,
  testDefinitions,
} from './test-engine.ts';

let db: TestDatabase;
let store: TestStore;

beforeAll(async () => {
  db = await testDatabase();
  store = await new TestStore(db.pool).start();
});
afterAll(() => db.drop());

const two = graphOf(['hook:webhook', 'a:call', 'b:call'], ['hook.out>a', 'a.ok>b']);
const decided = (id: string) =>
  eventually(async () => (await store.outcome(id)) !== 'waiting' && store.outcome(id));
const nodesOf = (nodes: TestNodes, runId: string) =>
  nodes.effects.filter(({ key }) => key.startsWith(runId)).map(({ key }) => key.split(':')[1]);

/** A job as the relay makes it, so that a test can hand it over as often as it likes. */
async function handOver(items: { kind: 'request' | 'run'; ref: string }[], again: boolean) {
  const queue = new JobQueue(db.pool, silentLog);
  await queue.start();
  await queue.insert('work', [{ data: { items, again } }], (text, values) =>
    db.pool.query(text, values),
  );
  await queue.stop();
}

test('a worker that dies between two effects is followed by one that repeats neither', async () => {
  const dying = new TestNodes();
  // The second effect never comes back: its process is as good as dead.
  dying.call = ({ effectKey }) =>
    effectKey.includes(':b:') ? new Promise<NodeOutcome>(() => {}) : done('ok', { from: 'a' });
  const first = new TestEngine(db, dying);
  const { endpointId } = await store.workflow(two);
  const id = await store.accept(endpointId, {}, { outbox: false });
  void first.engine.work.work([{ kind: 'request', ref: id }], false);
  const run = await eventually(async () => (await store.runs(id))[0]);
  await eventually(() => nodesOf(dying, run.id).length === 2);
  expect(nodesOf(dying, run.id)).toEqual(['a', 'b']);
  expect(await store.steps(run.id)).toEqual({ a: 'succeeded ok' });

  const second = await new TestEngine(db).start();
  await handOver([{ kind: 'request', ref: id }], true);
  expect(await decided(id)).toBe('ran');
  expect(nodesOf(second.nodes, run.id)).toEqual(['b']);
  expect(await store.runs(id)).toMatchObject([{ status: 'succeeded' }]);
  expect(second.nodes.effects[0]?.key).toBe(dying.effects[1]?.key);
  await second.stop();
});

test('a job that comes twice starts no second run', async () => {
  const host = await new TestEngine(db).start();
  const { endpointId } = await store.workflow(two);
  const id = await store.accept(endpointId, {});
  host.engine.nudge();
  expect(await decided(id)).toBe('ran');
  await handOver([{ kind: 'request', ref: id }], true);
  const marker = await store.accept(endpointId, {});
  await handOver([{ kind: 'request', ref: marker }], false);
  await decided(marker);
  const runs = await store.runs(id);
  expect(runs).toHaveLength(1);
  expect(nodesOf(host.nodes, runs[0]!.id)).toEqual(['a', 'b']);
  expect(await store.counts(endpointId)).toEqual({ accepted: 2, ran: 2 });
  await host.stop();
});

test('an item that breaks comes again alone, and the others of its batch are done', async () => {
  const host = await new TestEngine(db).start();
  const { endpointId } = await store.workflow(two);
  const poisoned = await store.accept(endpointId, {}, { outbox: false });
  const fine: string[] = [];
  for (let n = 0; n < 5; n += 1) fine.push(await store.accept(endpointId, {}, { outbox: false }));
  // Headers that can't be read break the item wherever it is looked at.
  await db.pool.query(`UPDATE request_content SET headers = '{' WHERE id = $1`, [poisoned]);
  const items = [poisoned, ...fine].map((ref) => ({ kind: 'request' as const, ref }));
  await handOver(items, false);
  for (const id of fine) expect(await decided(id)).toBe('ran');
  expect(await store.outcome(poisoned)).toBe('waiting');
  await db.pool.query(`UPDATE request_content SET headers = '[]' WHERE id = $1`, [poisoned]);
  expect(await decided(poisoned)).toBe('ran');
  await host.stop();
});

test('what gives up after all its retries ends as failed, worker_crashed', async () => {
  const { endpointId } = await store.workflow(two);
  const id = await store.accept(endpointId, {}, { outbox: false, dedupeKey: Buffer.alloc(32, 3) });
  const queue = new JobQueue(db.pool, silentLog);
  await queue.start();
  await queue.insert(
    'dead',
    [{ data: { items: [{ kind: 'request', ref: id }] } }],
    (text, values) => db.pool.query(text, values),
  );
  await queue.stop();
  const host = await new TestEngine(db).start();
  expect(await decided(id)).toBe('ran');
  expect(await store.runs(id)).toMatchObject([
    { status: 'failed', error: { code: 'worker_crashed' } },
  ]);
  const keys = await db.pool.query('SELECT 1 FROM dedupe_key WHERE request_id = $1', [id]);
  expect(keys.rowCount).toBe(0);
  await host.stop();
});

test('two workers share the work and no request is run twice', async () => {
  const pool = createPool(db.config);
  const hosts = [
    await new TestEngine(db).start(),
    await new TestEngine({ pool, config: db.config }).start(),
  ];
  const { endpointId } = await store.workflow(two);
  const ids = new Set<string>();
  for (let n = 0; n < 300; n += 1) ids.add(await store.accept(endpointId, { n }));
  for (const host of hosts) host.engine.nudge();
  for (const id of ids) await decided(id);
  const keys = hosts.flatMap((host) => host.nodes.effects.map(({ key }) => key));
  expect(keys).toHaveLength(600);
  expect(new Set(keys).size).toBe(600);
  expect(await store.counts(endpointId)).toEqual({ accepted: 300, ran: 300 });
  for (const host of hosts) await host.stop();
  await pool.end();
});

test('a version published on one node a moment ago is what another node runs', async () => {
  const host = await new TestEngine(db).start();
  const other = createPool(db.config);
  const elsewhere = new TestStore(other);
  for (let version = 2; version < 8; version += 1) {
    const flow = await store.workflow(two);
    await decided(await nudged(host, flow.endpointId));
    const next = graphOf(['hook:webhook', `v${version}:call`], [`hook.out>v${version}`]);
    await elsewhere.publish(flow, next);
    const id = await nudged(host, flow.endpointId);
    await decided(id);
    const [run] = await store.runs(id);
    expect(run).toMatchObject({ version: 2 });
    expect(nodesOf(host.nodes, run!.id)).toEqual([`v${version}`]);
  }
  await host.stop();
  await other.end();
});

async function nudged(host: TestEngine, endpointId: string): Promise<string> {
  const id = await store.accept(endpointId, {});
  host.engine.nudge();
  return id;
}

test('a run is cancelled from another process', async () => {
  const host = await new TestEngine(db).start();
  host.nodes.call = ({ signal }) =>
    new Promise<NodeOutcome>((resolve) => {
      const error = { code: 'aborted', message: 'Aborted.', retryable: true };
      signal.addEventListener('abort', () =>
        resolve({ kind: 'failed', error, output: null, input: null, warnings: [] }),
      );
    });
  const pool = createPool(db.config);
  const notifications = new Notifications(db.config, silentLog);
  await notifications.start();
  const web = buildRunCalls({
    pool,
    notifications,
    shard: 9,
    definitions: testDefinitions,
    nudge: () => notifications.publish({ kind: 'outbox' }),
  });
  const { endpointId } = await store.workflow(two);
  const id = await nudged(host, endpointId);
  const run = await eventually(async () => (await store.runs(id))[0]);
  await web.cancel({ workspaceId: store.workspaceId, runId: run.id });
  await eventually(() => host.engine.active.size === 0);
  expect(await store.runs(id)).toMatchObject([{ status: 'cancelled' }]);
  expect(await decided(id)).toBe('ran');
  await host.stop();
  await notifications.stop();
  await pool.end();
});

test('a stop lets running steps finish and loses nothing of what waits', async () => {
  const nodes = new TestNodes();
  let finish = () => {};
  nodes.call = () =>
    new Promise<NodeOutcome>((resolve) => {
      finish = () => resolve(done('ok'));
    });
  const host = await new TestEngine(db, nodes).start();
  const { endpointId } = await store.workflow(graphOf(['hook:webhook', 'a:call'], ['hook.out>a']));
  const id = await nudged(host, endpointId);
  await eventually(() => nodes.effects.length === 1);
  const stopped = host.stop();
  const late = await store.accept(endpointId, {});
  finish();
  await stopped;
  expect(await store.outcome(id)).toBe('ran');
  expect(await store.outcome(late)).toBe('waiting');
  const next = await new TestEngine(db).start();
  expect(await decided(late)).toBe('ran');
  await next.stop();
});
