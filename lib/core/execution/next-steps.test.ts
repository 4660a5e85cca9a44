import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { GraphDocument, GraphNode } from '#lib/core/graph/document.ts';
import type { NodeDefinition, NodeKind } from '#lib/core/graph/node-type.ts';
import { type Decision, getsToStart, nextSteps, type StepRecord } from './next-steps.ts';
import { compilePlan, fromNodeOn } from './plan.ts';

function definition(type: string, kind: NodeKind, outputs: string[]): NodeDefinition {
  return {
    type,
    kind,
    label: type,
    help: '',
    icon: '',
    settings: z.record(z.string(), z.unknown()),
    defaults: {},
    inputs: kind === 'trigger' ? [] : ['in'],
    outputs: () => outputs,
    effect: kind === 'action',
    defaultAttempts: 1,
  };
}
const definitions = {
  hook: definition('hook', 'trigger', ['out']),
  filter: definition('filter', 'filter', ['match', 'otherwise']),
  call: definition('call', 'action', ['ok', 'error']),
};

function graph(nodes: string[], edges: string[], change: Partial<GraphNode> = {}): GraphDocument {
  return {
    schema: 1,
    nodes: nodes.map((text) => {
      const [id = '', type = '', flag] = text.split(':');
      const base = { id, type, name: id, position: { x: 0, y: 0 }, settings: {} };
      return flag === 'off' ? { ...base, ...change, disabled: true } : { ...base, ...change };
    }),
    edges: edges.map((text, index) => {
      const [from = '', to = ''] = text.split('>');
      const [node = '', port = ''] = from.split('.');
      return { id: `e${index}`, from: { node, port }, to: { node: to, port: 'in' } };
    }),
  };
}

type Steps = Record<string, StepRecord>;
const done = (port: string): StepRecord => ({
  status: 'succeeded',
  port,
  attempt: 1,
  resumeAt: null,
});
const failed: StepRecord = { status: 'failed', port: 'error', attempt: 1, resumeAt: null };
const waiting = (resumeAt: number, port: string | null): StepRecord => ({
  status: 'waiting',
  port,
  attempt: 1,
  resumeAt,
});

type Ways = { now?: number; startNodeId?: string };

function decide(document: GraphDocument, steps: Steps, { now = 0, ...ways }: Ways = {}): Decision {
  const plan = compilePlan(document, definitions);
  const history = { triggerNodeId: 'hook', startNodeId: ways.startNodeId ?? null };
  return nextSteps(plan, { ...history, steps: new Map(Object.entries(steps)) }, now);
}
const ids = (decision: Decision) =>
  decision.kind === 'run' ? decision.steps.map((step) => step.nodeId) : decision.kind;

const line = graph(['hook:hook', 'f:filter', 'a:call'], ['hook.out>f', 'f.match>a']);

test('a line runs one step after the other and ends succeeded', () => {
  expect(ids(decide(line, {}))).toEqual(['f']);
  expect(ids(decide(line, { f: done('match') }))).toEqual(['a']);
  expect(decide(line, { f: done('match'), a: done('ok') })).toEqual({
    kind: 'finish',
    status: 'succeeded',
  });
});

test('a run that reaches no action is filtered', () => {
  expect(decide(line, { f: done('otherwise') })).toEqual({ kind: 'finish', status: 'filtered' });
});

test('a failure that nothing takes care of fails the run', () => {
  expect(decide(line, { f: done('match'), a: failed })).toEqual({
    kind: 'finish',
    status: 'failed',
    failedNodeId: 'a',
  });
});

test('a failure goes on by the error port where that is wired', () => {
  const wired = graph(
    ['hook:hook', 'a:call', 'b:call', 'c:call'],
    ['hook.out>a', 'a.ok>b', 'a.error>c'],
  );
  expect(ids(decide(wired, { a: failed }))).toEqual(['c']);
  expect(decide(wired, { a: failed, c: done('ok') })).toMatchObject({ status: 'succeeded' });
});

const join = graph(
  ['hook:hook', 'a:call', 'b:call', 'c:call'],
  ['hook.out>a', 'hook.out>b', 'a.ok>c', 'b.ok>c'],
);

test('a node with several incoming edges runs once, when all live ones are settled', () => {
  expect(ids(decide(join, {}))).toEqual(['a', 'b']);
  expect(ids(decide(join, { a: done('ok'), b: waiting(50, null) }, { now: 10 }))).toEqual('wait');
  expect(ids(decide(join, { a: done('ok'), b: done('ok') }))).toEqual(['c']);
  expect(decide(join, { a: done('ok'), b: done('ok'), c: done('ok') }).kind).toBe('finish');
});

test('a branch that was not taken is not waited for', () => {
  const either = graph(
    ['hook:hook', 'f:filter', 'a:call', 'b:call'],
    ['hook.out>f', 'f.match>a', 'f.otherwise>b', 'a.ok>b'],
  );
  expect(ids(decide(either, { f: done('otherwise') }))).toEqual(['b']);
  expect(ids(decide(either, { f: done('match') }))).toEqual(['a']);
});

test('a disabled node passes on through its first port', () => {
  const off = graph(['hook:hook', 'f:filter:off', 'a:call'], ['hook.out>f', 'f.match>a']);
  expect(ids(decide(off, {}))).toEqual(['a']);
});

test('a trigger that did not fire sends nothing', () => {
  const two = graph(
    ['hook:hook', 'other:hook', 'a:call', 'b:call'],
    ['hook.out>a', 'other.out>a', 'other.out>b'],
  );
  expect(ids(decide(two, {}))).toEqual(['a']);
});

test('a wait ends through its port, a retry makes the next attempt', () => {
  expect(decide(line, { f: waiting(100, 'match') }, { now: 99 })).toEqual({
    kind: 'wait',
    until: 100,
  });
  expect(decide(line, { f: waiting(100, 'match') }, { now: 100 })).toEqual({
    kind: 'wake',
    nodeIds: ['f'],
  });
  expect(decide(line, { f: done('match'), a: waiting(100, null) }, { now: 100 })).toEqual({
    kind: 'run',
    steps: [{ nodeId: 'a', attempt: 2 }],
  });
});

test('a cycle never runs and never hangs', () => {
  const cycle = graph(['hook:hook', 'a:call', 'b:call'], ['hook.out>a', 'a.ok>b', 'b.ok>a']);
  expect(decide(cycle, {})).toEqual({ kind: 'finish', status: 'filtered' });
});

test('a rerun from a node runs it and what follows', () => {
  const plan = compilePlan(join, definitions);
  expect([...fromNodeOn(plan, 'a')].sort()).toEqual(['a', 'c']);
});

test('a rerun starts right behind a filter that held the run back', () => {
  const held = { f: done('otherwise') };
  const from = { startNodeId: 'a' };
  expect(ids(decide(line, held, from))).toEqual(['a']);
  expect(decide(line, { ...held, a: done('ok') }, from)).toMatchObject({ status: 'succeeded' });
  expect(decide(line, { ...held, a: failed }, from)).toMatchObject({ failedNodeId: 'a' });
});

test('a rerun never starts where no step before it has ended', () => {
  const two = graph(
    ['hook:hook', 'f:filter', 'g:filter', 'a:call'],
    ['hook.out>f', 'f.match>g', 'g.match>a'],
  );
  const held = { f: done('otherwise') };
  expect(decide(two, held, { startNodeId: 'a' })).toMatchObject({ status: 'filtered' });
  expect(ids(decide(two, held, { startNodeId: 'g' }))).toEqual(['g']);
});

test('whether a rerun gets to where it starts is known before', () => {
  const two = graph(
    ['hook:hook', 'f:filter', 'g:filter', 'a:call'],
    ['hook.out>f', 'f.match>g', 'g.match>a'],
  );
  const gets = (startNodeId: string, steps: Steps) =>
    getsToStart(compilePlan(two, definitions), {
      ...{ triggerNodeId: 'hook', startNodeId },
      steps: new Map(Object.entries(steps)),
    });
  const held = { f: done('otherwise') };
  expect(['hook', 'g', 'a'].map((id) => gets(id, held))).toEqual([true, true, false]);
  expect(['f', 'a'].map((id) => gets(id, {}))).toEqual([true, true]);
});

test('where a rerun starts, steps before it that are under way are waited for', () => {
  const from = { startNodeId: 'c' };
  expect(ids(decide(join, { a: done('error'), b: waiting(50, null) }, from))).toBe('wait');
  expect(ids(decide(join, { a: done('error'), b: done('error') }, from))).toEqual(['c']);
});

const anyGraph = fc
  .integer({ min: 1, max: 8 })
  .chain((count) =>
    fc.tuple(
      fc.array(fc.constantFrom('filter', 'call', 'filter:off'), {
        minLength: count,
        maxLength: count,
      }),
      fc.array(
        fc.tuple(
          fc.integer({ min: -1, max: count - 1 }),
          fc.integer({ min: 0, max: count - 1 }),
          fc.boolean(),
        ),
        { maxLength: 20 },
      ),
    ),
  )
  .map(([types, wires]) => {
    const edges = wires
      .filter(([from, to]) => from < to)
      .map(([from, to, first]) => {
        if (from === -1) return `hook.out>n${to}`;
        const filter = types[from]?.startsWith('filter');
        const ports = filter ? ['match', 'otherwise'] : ['ok', 'error'];
        return `n${from}.${ports[first ? 0 : 1]}>n${to}`;
      });
    return graph(['hook:hook', ...types.map((type, index) => `n${index}:${type}`)], edges);
  });

/** Plays a run with drawn results; every attempt at a node is noted in order. */
class Play {
  readonly steps: Steps = {};
  readonly tried: string[] = [];
  #now = 0;
  readonly #document: GraphDocument;
  readonly #draw: () => number;

  constructor(document: GraphDocument, draw: () => number) {
    this.#document = document;
    this.#draw = draw;
  }

  /** False once the run has ended. */
  turn(): boolean {
    const decision = decide(this.#document, this.steps, { now: this.#now });
    if (decision.kind === 'wait') this.#now = decision.until;
    if (decision.kind === 'wake') {
      for (const id of decision.nodeIds) this.steps[id] = done(this.steps[id]?.port ?? '');
    }
    if (decision.kind === 'run') for (const step of decision.steps) this.#attempt(step);
    return decision.kind !== 'finish';
  }

  #attempt({ nodeId, attempt }: { nodeId: string; attempt: number }): void {
    this.tried.push(`${nodeId}#${attempt}`);
    const type = this.#document.nodes.find((node) => node.id === nodeId)?.type;
    this.steps[nodeId] = type === 'filter' ? this.#filtered() : this.#called(attempt);
  }

  #filtered(): StepRecord {
    return done(this.#draw() % 2 ? 'match' : 'otherwise');
  }

  #called(attempt: number): StepRecord {
    const luck = this.#draw();
    if (luck === 0 && attempt === 1) return waiting(this.#now + 5, null);
    return luck === 1 ? failed : done('ok');
  }
}

test('whatever the graph and the results, no attempt is made twice, sources end before targets start, and the run ends', () => {
  fc.assert(
    fc.property(anyGraph, fc.infiniteStream(fc.nat(3)), (document, luck) => {
      const play = new Play(document, () => luck.next().value ?? 0);
      let turns = 0;
      while (play.turn() && turns < 60) turns += 1;
      expect(turns).toBeLessThan(60);
      expect(new Set(play.tried).size).toBe(play.tried.length);
      const lastTry = (id: string) => play.tried.findLastIndex((text) => text.startsWith(`${id}#`));
      const firstTry = (id: string) => play.tried.findIndex((text) => text.startsWith(`${id}#`));
      const reversed = document.edges.filter(
        ({ from, to }) => firstTry(to.node) !== -1 && lastTry(from.node) > firstTry(to.node),
      );
      expect(reversed).toEqual([]);
    }),
  );
});
