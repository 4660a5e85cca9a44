import { expect, test } from 'vitest';
import type { LiveRunRow, LiveScope } from '#lib/adapters/db/live-store.ts';
import type { CapturedRequest } from '#lib/core/request/inbound-request.ts';
import { silentLog } from '#lib/log.ts';
import { type LiveEvent, LiveHub } from './hub.ts';
import type { Notice } from './notifications.ts';

const request = (id: string, endpointId = 'door') => ({ id, endpointId }) as CapturedRequest;
const run = (id: string, over: Partial<LiveRunRow> = {}) =>
  ({
    id,
    workspaceId: 'ours',
    workflowId: 'flow',
    endpointId: 'door',
    requestId: `of-${id}`,
    ...over,
  }) as LiveRunRow;
const scope = (over: Partial<LiveScope>): LiveScope => ({
  workspaceId: 'ours',
  endpointIds: [],
  workflowId: null,
  runId: null,
  ...over,
});

class Watcher {
  readonly events: LiveEvent[] = [];
  keepsUp = true;
  closed = false;
  send(event: LiveEvent): boolean {
    this.events.push(event);
    return this.keepsUp;
  }
  close(): void {
    this.closed = true;
  }
  get seen(): string[] {
    return this.events.map(({ event, data }) => `${event} ${(data as { id?: string }).id ?? ''}`);
  }
}

class Bench {
  rows = { requests: [] as CapturedRequest[], runs: [] as LiveRunRow[] };
  reads: string[][] = [];
  sinceAsked: Date[] = [];
  owns = true;
  #listeners = new Set<(notice: Notice) => void>();
  #connections = new Set<(connected: boolean) => void>();
  readonly hub = new LiveHub({
    notifications: {
      subscribe: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      onConnection: (listener) => {
        this.#connections.add(listener);
        return () => this.#connections.delete(listener);
      },
    },
    store: {
      requests: async (ids) => {
        this.reads.push(ids);
        return this.rows.requests.filter(({ id }) => ids.includes(id));
      },
      runs: async (ids) => {
        this.reads.push(ids);
        return this.rows.runs.filter(({ id }) => ids.includes(id));
      },
      requestsSince: async (_, since) => {
        this.sinceAsked.push(since);
        return this.rows.requests;
      },
      runsSince: async () => this.rows.runs,
      ownsWorkflow: async () => this.owns,
    },
    present: { request: (row) => row, run: (row) => row },
    log: silentLog,
    now: () => 1_000_000,
  });

  constructor() {
    this.hub.start();
  }
  tell(...notices: Notice[]): void {
    for (const notice of notices) for (const listener of this.#listeners) listener(notice);
  }
  connection(connected: boolean): void {
    for (const listener of this.#connections) listener(connected);
  }
  watch(over: Partial<LiveScope>, since: number | null = null, owner = 'user:1') {
    const sink = new Watcher();
    const end = this.hub.subscribe({ owner, scope: scope(over), since, sink });
    return { sink, end };
  }
}

test('requests of a watched endpoint are read together, others not at all', async () => {
  const bench = new Bench();
  const { sink } = bench.watch({ endpointIds: ['door'] });
  bench.rows.requests = [request('r1'), request('r2')];
  bench.tell(
    { kind: 'request', id: 'r1', endpointId: 'door' },
    { kind: 'request', id: 'r2', endpointId: 'door' },
    { kind: 'request', id: 'r3', endpointId: 'elsewhere' },
  );
  await expect.poll(() => sink.seen).toEqual(['request r1', 'request r2']);
  expect(bench.reads).toEqual([['r1', 'r2']]);
});

test('nobody who watches costs nothing', async () => {
  const bench = new Bench();
  bench.tell({ kind: 'request', id: 'r1', endpointId: 'door' });
  const { sink } = bench.watch({ endpointIds: ['other'] });
  bench.tell({ kind: 'request', id: 'r2', endpointId: 'door' });
  const { sink: watched } = bench.watch({ endpointIds: ['door'] });
  bench.rows.requests = [request('r3')];
  bench.tell({ kind: 'request', id: 'r3', endpointId: 'door' });
  await expect.poll(() => watched.seen).toEqual(['request r3']);
  expect(bench.reads).toEqual([['r3']]);
  expect(sink.seen).toEqual([]);
});

test('a run that has no row yet is shown as running, then as it ended', async () => {
  const bench = new Bench();
  const { sink } = bench.watch({ workflowId: 'flow' });
  const notice: Notice = { kind: 'run', id: 'a', workflowId: 'flow', requestId: 'r' };
  bench.tell(notice);
  await expect
    .poll(() => sink.events.map(({ data }) => data))
    .toMatchObject([{ status: 'running' }]);
  bench.rows.runs = [run('a', { status: 'succeeded' })];
  bench.tell(notice);
  await expect.poll(() => sink.events.length).toBe(2);
  expect(sink.events[1]?.data).toMatchObject({ id: 'a', status: 'succeeded' });
});

test('a run of another workspace is never shown, by its row or by its steps', async () => {
  const bench = new Bench();
  bench.owns = false;
  const { sink } = bench.watch({ runId: 'a' });
  const { sink: ours } = bench.watch({ runId: 'b' });
  bench.rows.runs = [run('a', { workspaceId: 'theirs' }), run('b')];
  const step = {
    kind: 'step',
    workflowId: 'flow',
    nodeId: 'n',
    item: 0,
    status: 'succeeded',
  } as const;
  bench.tell({ ...step, runId: 'a' }, { kind: 'run', id: 'a', workflowId: 'flow', requestId: 'r' });
  bench.tell({ kind: 'run', id: 'b', workflowId: 'flow', requestId: 'r' });
  await expect.poll(() => ours.seen).toEqual(['run b']);
  expect(sink.seen).toEqual([]);
});

test('a request that waits is told again once it is decided, and not before', async () => {
  const bench = new Bench();
  const { sink } = bench.watch({ endpointIds: ['door'] });
  bench.rows.requests = [{ ...request('r1'), outcome: 'waiting' }];
  bench.tell({ kind: 'request', id: 'r1', endpointId: 'door' });
  await expect.poll(() => bench.reads.length, { timeout: 3000 }).toBe(2);
  expect(sink.seen).toEqual(['request r1']);
  bench.rows.requests = [{ ...request('r1'), outcome: 'captured' }];
  await expect.poll(() => sink.events.length, { timeout: 5000 }).toBe(2);
  expect(sink.events[1]?.data).toMatchObject({ outcome: 'captured' });
  bench.hub.stop();
});

test('when a run of a watched endpoint ends, its request is told as well', async () => {
  const bench = new Bench();
  const { sink } = bench.watch({ endpointIds: ['door'] });
  bench.rows = {
    requests: [request('of-a')],
    runs: [run('a', { finishedAt: new Date(0), requestId: 'of-a' })],
  };
  bench.tell({ kind: 'run', id: 'a', workflowId: 'flow', requestId: 'of-a' });
  await expect.poll(() => sink.seen).toEqual(['run a', 'request of-a']);
});

test('an endpoint bound later is watched from its first run on', async () => {
  const bench = new Bench();
  const { sink } = bench.watch({ workflowId: 'flow' });
  bench.rows = { requests: [request('r1', 'new')], runs: [run('a', { endpointId: 'new' })] };
  bench.tell({ kind: 'run', id: 'a', workflowId: 'flow', requestId: 'of-a' });
  await expect.poll(() => sink.seen).toEqual(['run a']);
  bench.tell({ kind: 'request', id: 'r1', endpointId: 'new' });
  await expect.poll(() => sink.seen).toEqual(['run a', 'request r1']);
});

test('steps reach those who watch their run or their workflow', async () => {
  const bench = new Bench();
  const byRun = bench.watch({ runId: 'a' }).sink;
  const byFlow = bench.watch({ workflowId: 'flow' }).sink;
  const other = bench.watch({ workflowId: 'other' }).sink;
  bench.tell({
    kind: 'step',
    runId: 'a',
    workflowId: 'flow',
    nodeId: 'n',
    item: 0,
    status: 'failed',
  });
  await expect.poll(() => [byRun.events.length, byFlow.events.length]).toEqual([1, 1]);
  expect(byRun.events[0]).toMatchObject({
    event: 'step',
    data: { runId: 'a', nodeId: 'n', status: 'failed' },
  });
  expect(other.events).toEqual([]);
});

test('a stream that goes on is given all from ten seconds before its last event', async () => {
  const bench = new Bench();
  bench.rows = { requests: [request('r1')], runs: [run('a', { requestId: 'old' })] };
  bench.rows.requests.push(request('old'));
  const { sink } = bench.watch({ endpointIds: ['door'] }, 900_000);
  await expect.poll(() => sink.seen).toEqual(['request r1', 'request old', 'run a']);
  expect(bench.sinceAsked).toEqual([new Date(890_000)]);
});

test('who missed more than a thousand is told to start afresh', async () => {
  const bench = new Bench();
  bench.rows.requests = Array.from({ length: 1001 }, (_, n) => request(`r${n}`));
  const { sink } = bench.watch({ endpointIds: ['door'] }, 900_000);
  await expect.poll(() => sink.events.map(({ event }) => event)).toEqual(['reset']);
});

test('in a flood those who watch are caught up now and then, not for every notice', async () => {
  const bench = new Bench();
  const { sink } = bench.watch({ endpointIds: ['door'] });
  bench.rows.requests = [request('r1'), request('r2')];
  for (const since of [940_000, 930_000, 950_000]) {
    bench.tell({ kind: 'requests', endpointId: 'door', since });
  }
  bench.tell({ kind: 'requests', endpointId: 'elsewhere', since: 1 });
  await expect.poll(() => sink.seen, { timeout: 5000 }).toEqual(['request r1', 'request r2']);
  expect(bench.sinceAsked).toEqual([new Date(930_000)]);
  bench.hub.stop();
});

test('after the notices broke off, everybody is given what they may have missed', async () => {
  const bench = new Bench();
  const { sink } = bench.watch({ endpointIds: ['door'] });
  bench.connection(false);
  bench.rows.requests = [request('r1')];
  bench.connection(true);
  await expect.poll(() => sink.seen).toEqual(['request r1']);
  expect(bench.sinceAsked).toEqual([new Date(990_000)]);
});

test('who doesn’t keep up is dropped, the others go on', async () => {
  const bench = new Bench();
  const slow = bench.watch({ workflowId: 'flow' }).sink;
  const quick = bench.watch({ workflowId: 'flow' }, null, 'user:2').sink;
  slow.keepsUp = false;
  const step = { kind: 'step', runId: 'a', workflowId: 'flow', nodeId: 'n', item: 0 } as const;
  bench.tell({ ...step, status: 'waiting' }, { ...step, status: 'succeeded' });
  expect([slow.events.length, slow.closed, quick.events.length]).toEqual([1, true, 2]);
  expect(bench.hub.size).toBe(1);
});

test('one caller has at most ten streams; ending one makes room', () => {
  const bench = new Bench();
  const streams = Array.from({ length: 10 }, () => bench.watch({ workflowId: 'flow' }));
  expect(bench.watch({ workflowId: 'flow' }).end).toBeNull();
  expect(bench.watch({ workflowId: 'flow' }, null, 'user:2').end).not.toBeNull();
  streams[0]?.end?.();
  expect(bench.watch({ workflowId: 'flow' }).end).not.toBeNull();
});

test('a stop ends every stream and lets nobody in', () => {
  const bench = new Bench();
  const { sink } = bench.watch({ workflowId: 'flow' });
  bench.hub.stop();
  expect(sink.closed).toBe(true);
  expect(bench.watch({ workflowId: 'flow' }).end).toBeNull();
});
