import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#lib/adapters/db/test-database.ts';
import { done, eventually, failedCall, graphOf, TestEngine, TestStore } from './test-engine.ts';

let db: TestDatabase;
let store: TestStore;
let host: TestEngine;

beforeAll(async () => {
  db = await testDatabase();
  store = await new TestStore(db.pool).start();
  host = await new TestEngine(db).start();
});
afterAll(async () => {
  await host.stop();
  await db.drop();
});

const decided = (requestId: string) =>
  eventually(async () => {
    const outcome = await store.outcome(requestId);
    return outcome === 'waiting' ? undefined : outcome;
  });

async function post(endpointId: string, body: { [key: string]: string | number }, event?: string) {
  const id = await store.accept(endpointId, body, event === undefined ? {} : { event });
  host.engine.nudge();
  return id;
}

const urgent = graphOf(
  ['hook:webhook', 'f:filter:{"field":"priority","equals":"high"}', 'a:call'],
  ['hook.out>f', 'f.match>a'],
);

test('a request that matches is acted on once, and its run is stored with its steps', async () => {
  const { endpointId } = await store.workflow(urgent);
  const id = await post(endpointId, { priority: 'high', n: 1 });
  expect(await decided(id)).toBe('ran');
  const [run, ...others] = await store.runs(id);
  expect(others).toEqual([]);
  expect(run).toMatchObject({ status: 'succeeded', version: 1, acted: true });
  expect(await store.steps(run!.id)).toEqual({ f: 'succeeded match', a: 'succeeded ok' });
  const calls = host.nodes.effects.filter(({ key }) => key.startsWith(run!.id));
  expect(calls).toEqual([{ key: `${run!.id}:a:0`, attempt: 1, body: { priority: 'high', n: 1 } }]);
  expect(await store.counts(endpointId)).toEqual({ accepted: 1, ran: 1 });
});

test('a request that the filter stops is filtered', async () => {
  const { endpointId } = await store.workflow(urgent);
  const id = await post(endpointId, { priority: 'low' });
  expect(await decided(id)).toBe('filtered');
  const [run] = await store.runs(id);
  expect(run).toMatchObject({ status: 'filtered', acted: false });
  expect(await store.steps(run!.id)).toEqual({ f: 'filtered otherwise' });
});

test('a request that nobody listens to is captured, and publishing later does not run it', async () => {
  const endpointId = await store.endpoint();
  const id = await post(endpointId, {});
  expect(await decided(id)).toBe('captured');
  await store.workflow(urgent, endpointId);
  expect(await store.runs(id)).toEqual([]);
  expect(await store.counts(endpointId)).toEqual({ accepted: 1, captured: 1 });
});

test('a trigger takes only the events it asks for; the others are filtered without a run', async () => {
  const graph = graphOf(['hook:webhook:{"events":["order.paid"]}', 'a:call'], ['hook.out>a']);
  const { endpointId } = await store.workflow(graph);
  const other = await post(endpointId, {}, 'order.created');
  expect(await decided(other)).toBe('filtered');
  expect(await store.runs(other)).toEqual([]);
  expect(await decided(await post(endpointId, {}, 'order.paid'))).toBe('ran');
});

test('every workflow that listens gets its run, and the request is decided when the last one ends', async () => {
  const first = await store.workflow(urgent);
  const slow = graphOf(['hook:webhook', 'd:delay:{"ms":300}', 'a:call'], ['hook.out>d', 'd.out>a']);
  await store.workflow(slow, first.endpointId);
  const id = await post(first.endpointId, { priority: 'low' });
  await eventually(async () => (await store.runs(id)).some((run) => run.status === 'filtered'));
  expect(await store.outcome(id)).toBe('waiting');
  expect(await decided(id)).toBe('ran');
  expect((await store.runs(id)).map((run) => run.status).sort()).toEqual(['filtered', 'succeeded']);
  expect(await store.counts(first.endpointId)).toEqual({ accepted: 1, ran: 1 });
});

test('a join waits for both branches and runs once', async () => {
  const graph = graphOf(
    ['hook:webhook', 'a:call', 'b:call', 'c:call'],
    ['hook.out>a', 'hook.out>b', 'a.ok>c', 'b.ok>c'],
  );
  const { endpointId } = await store.workflow(graph);
  const id = await post(endpointId, {});
  await decided(id);
  const [run] = await store.runs(id);
  const calls = host.nodes.effects.filter(({ key }) => key.startsWith(run!.id));
  expect(calls.map(({ key }) => key.split(':')[1])).toEqual(['a', 'b', 'c']);
});

test('a failure goes on by the error port where it is wired, else it fails the run', async () => {
  host.nodes.call = ({ effectKey }) =>
    effectKey.includes(':bad:')
      ? ({
          ...failedCall(),
          error: { code: 'http_400', message: 'No.', retryable: false },
        } as never)
      : done('ok');
  const wired = graphOf(['hook:webhook', 'bad:call', 'b:call'], ['hook.out>bad', 'bad.error>b']);
  const plain = graphOf(['hook:webhook', 'bad:call', 'b:call'], ['hook.out>bad', 'bad.ok>b']);
  const caught = await post((await store.workflow(wired)).endpointId, {});
  const uncaught = await post((await store.workflow(plain)).endpointId, {});
  expect(await decided(caught)).toBe('ran');
  expect(await decided(uncaught)).toBe('ran');
  expect((await store.runs(caught))[0]).toMatchObject({ status: 'succeeded' });
  expect((await store.runs(uncaught))[0]).toMatchObject({
    status: 'failed',
    error: { code: 'http_400', message: 'No.' },
  });
  host.nodes.call = () => done('ok');
});

test('a delivery whose runs all failed releases its key, one of whose runs succeeded does not', async () => {
  const stop = graphOf(['hook:webhook', 's:stop'], ['hook.out>s']);
  const failing = await store.workflow(stop);
  const key = Buffer.alloc(32, 7);
  const id = await store.accept(failing.endpointId, {}, { dedupeKey: key });
  host.engine.nudge();
  expect(await decided(id)).toBe('ran');
  const held = async (endpointId: string) =>
    (await db.pool.query('SELECT 1 FROM dedupe_key WHERE endpoint_id = $1', [endpointId])).rowCount;
  expect(await held(failing.endpointId)).toBe(0);
  const mixed = await store.workflow(stop);
  await store.workflow(graphOf(['hook:webhook', 'a:call'], ['hook.out>a']), mixed.endpointId);
  const second = await store.accept(mixed.endpointId, {}, { dedupeKey: key });
  host.engine.nudge();
  await decided(second);
  expect(await held(mixed.endpointId)).toBe(1);
});

test('a step that fails in a way that can pass is tried again, not before Retry-After', async () => {
  const times: number[] = [];
  host.nodes.call = ({ attempt }) => {
    times.push(Date.now());
    return attempt === 1 ? failedCall(1_200) : done('ok');
  };
  const { endpointId } = await store.workflow(graphOf(['hook:webhook', 'a:call'], ['hook.out>a']));
  const id = await post(endpointId, {});
  expect(await decided(id)).toBe('ran');
  expect(times).toHaveLength(2);
  expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(1_190);
  const [run] = await store.runs(id);
  const { rows } = await db.pool.query('SELECT attempt FROM run_step WHERE run_id = $1', [run!.id]);
  expect(rows).toEqual([{ attempt: 2 }]);
  host.nodes.call = () => done('ok');
});

test('a long wait leaves the process and comes back through the outbox', async () => {
  const graph = graphOf(
    ['hook:webhook', 'd:delay:{"ms":3600000}', 'a:call'],
    ['hook.out>d', 'd.out>a'],
  );
  const { endpointId } = await store.workflow(graph);
  const id = await post(endpointId, {});
  const run = await eventually(async () =>
    (await store.runs(id)).find(({ status }) => status === 'waiting'),
  );
  expect(await store.outcome(id)).toBe('waiting');
  await db.pool.query(`UPDATE run SET resume_at = now() WHERE id = $1`, [run.id]);
  await db.pool.query(`UPDATE run_step SET resume_at = now() WHERE run_id = $1`, [run.id]);
  expect(await decided(id)).toBe('ran');
  expect(await store.steps(run.id)).toEqual({ d: 'succeeded out', a: 'succeeded ok' });
});

test('an answer reaches the sender who waits, else it is kept on the run', async () => {
  const graph = graphOf(['hook:webhook', 'r:respond:{"body":"hi"}'], ['hook.out>r']);
  const { endpointId } = await store.workflow(graph);
  host.waits = true;
  const waited = await post(endpointId, {});
  await decided(waited);
  expect(host.delivered.get(waited)).toMatchObject({ status: 200, body: 'hi' });
  host.waits = false;
  const late = await post(endpointId, {});
  await decided(late);
  expect((await store.runs(late))[0]).toMatchObject({ late_answer: { status: 200, body: 'hi' } });
});

test('a sender is let go when no run answers', async () => {
  const { endpointId } = await store.workflow(urgent);
  const id = await post(endpointId, { priority: 'low' });
  await eventually(() => host.released.has(id));
});

test('items of one group run one after the other, in order', async () => {
  const { endpointId } = await store.workflow(graphOf(['hook:webhook', 'a:call'], ['hook.out>a']));
  const ids: string[] = [];
  for (let n = 0; n < 8; n += 1) {
    ids.push(await store.accept(endpointId, { ordered: n }, { groupKey: 'k' }));
  }
  host.engine.nudge();
  for (const id of ids) await decided(id);
  const order = host.nodes.effects.flatMap(({ body }) => {
    const { ordered } = body as { ordered?: number };
    return ordered === undefined ? [] : [ordered];
  });
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});
