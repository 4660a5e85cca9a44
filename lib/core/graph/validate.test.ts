import { expect, test } from 'vitest';
import { z } from 'zod';
import { conditionProblems, conditionSettings } from '#lib/core/expression/condition.ts';
import type { GraphDocument, GraphEdge, GraphNode } from './document.ts';
import { defineNode, type NodeDefinition, type NodeKind } from './node-type.ts';
import { liveTriggers, orderSteps, reachableFrom, topologyOf, upstreamOf } from './topology.ts';
import { graphProblems } from './validate.ts';

const base = (type: string, kind: NodeKind, outputs: string[]) => ({
  ...{ type, kind, label: type, help: '', icon: '', defaults: {}, defaultAttempts: 1 },
  inputs: kind === 'trigger' ? [] : ['in'],
  outputs: () => outputs,
  effect: kind === 'action',
});
const call = z.strictObject({
  url: z.string('This step has no URL.').min(1, 'This step has no URL.'),
  method: z.enum(['GET', 'POST']).optional(),
  timeout: z.number().max(60).optional(),
  body: z.json().optional(),
});
const definitions: Record<string, NodeDefinition> = {
  hook: { ...base('hook', 'trigger', ['out']), settings: z.strictObject({}) },
  filter: defineNode({
    ...base('filter', 'filter', ['match', 'otherwise']),
    settings: conditionSettings,
    check: conditionProblems,
  }),
  call: { ...base('call', 'action', ['ok', 'error']), settings: call },
  answer: {
    ...base('answer', 'action', ['ok', 'error']),
    settings: z.strictObject({}),
    answersSender: true,
  },
};

/** Settings may be any object: what is wrong with them is the subject here. */
function node(id: string, type: string, settings: object = {}): GraphNode {
  const filled = settings as GraphNode['settings'];
  return { id, type, name: id.toUpperCase(), position: { x: 0, y: 0 }, settings: filled };
}
function wire(text: string, index: number): GraphEdge {
  const [from = '', to = ''] = text.split('>');
  const [source = '', port = ''] = from.split('.');
  return { id: `e${index + 1}`, from: { node: source, port }, to: { node: to, port: 'in' } };
}
const graph = (nodes: GraphNode[], wires: string[]): GraphDocument => ({
  schema: 1,
  nodes,
  edges: wires.map(wire),
});
const hook = node('hook', 'hook');
const go = { url: 'https://a.example' };

function problems(document: GraphDocument, forPublish = true) {
  return graphProblems(document, definitions, { forPublish }).map(
    ({ nodeId = '', field = '', message }) => `${nodeId}|${field}|${message}`,
  );
}

test('a sound graph has no problems', () => {
  const all = { all: [{ left: '{{body.a}}', operator: 'equals', right: 1 }] };
  const nodes = [hook, node('f', 'filter', all), node('c', 'call', go)];
  expect(problems(graph(nodes, ['hook.out>f', 'f.match>c']), false)).toEqual([]);
});

test('a workflow that nothing starts is not published', () => {
  expect(problems(graph([], []))).toEqual(['|nodes|Add a trigger: nothing starts this workflow.']);
  const off = { ...hook, disabled: true };
  expect(problems(graph([off], []))[0]).toContain('Every trigger is disabled.');
});

test('steps that nothing leads to, and triggers that lead nowhere, are warned of but can go live', () => {
  const document = graph([hook, node('c', 'call', go)], []);
  expect(problems(document)).toEqual([]);
  expect(problems(document, false)).toEqual([
    'hook||Nothing follows “HOOK” yet.',
    'c||No trigger leads to “C”, so it never runs.',
  ]);
});

test('wires must join ports that exist', () => {
  const nodes = [hook, node('c', 'call', go)];
  expect(problems(graph(nodes, ['hook.out>x', 'x.out>c', 'hook.yes>c', 'c.ok>hook']))).toEqual([
    'hook|edges.e1|A wire leads to a missing step: x.',
    'c|edges.e2|A wire comes from a missing step: x.',
    'hook|edges.e3|“HOOK” has no port “yes”. It has out.',
    'hook|edges.e4|“HOOK” starts the workflow, so nothing can lead to it.',
    "hook|edges|“HOOK” can't lead back to itself. Use a delay and a new request instead.",
  ]);
});

test('the same two ports are wired once, and every id belongs to one thing', () => {
  const nodes = [hook, node('c', 'call', go), node('c', 'call', go)];
  const document = graph(nodes, ['hook.out>c', 'hook.out>c']);
  document.edges[1]!.id = 'e1';
  expect(problems(document)).toEqual([
    'c|id|“C” has the id of another step: c.',
    'c|edges.e1|Two wires have the id e1.',
    'c|edges.e1|This wire from “HOOK” is drawn twice. Remove one.',
  ]);
});

test('each knot of steps that lead to each other is told once', () => {
  const nodes = ['a', 'b', 'c', 'd', 'e'].map((id) => node(id, 'call', go));
  const wires = ['hook.out>a', 'a.ok>b', 'b.ok>a', 'b.error>c', 'c.ok>d', 'd.ok>e', 'e.ok>d'];
  expect(problems(graph([hook, ...nodes], wires)).map((text) => text.split('|')[0])).toEqual([
    'a',
    'd',
  ]);
});

test('a type that is not there is told; names of object members are no types', () => {
  const nodes = [hook, node('x', 'fax'), node('y', 'constructor')];
  expect(problems(graph(nodes, ['hook.out>x', 'hook.out>y']))).toEqual([
    "x|type|“X” is of a type that doesn't exist here: fax.",
    "y|type|“Y” is of a type that doesn't exist here: constructor.",
  ]);
});

test('settings that do not fit are told by their place, in words', () => {
  const settings = { method: 'FAX', timeout: 90, speed: 1 };
  expect(problems(graph([hook, node('c', 'call', settings)], ['hook.out>c']))).toEqual([
    'c|url|This step has no URL.',
    'c|method|“method” must be one of GET, POST.',
    'c|timeout|“timeout” can be at most 60.',
    'c|speed|There is no setting “speed” here. Remove it or check its spelling.',
  ]);
});

test('a fault deep in nested conditions is told where it is, by the shape that was meant', () => {
  const settings = {
    all: [
      { left: '{{body.a}}', operator: 'equals', right: 1 },
      { any: [{ left: '{{body.b}}', operator: 'equalz', right: 1 }, { operator: 'exists' }] },
    ],
  };
  const found = problems(graph([hook, node('f', 'filter', settings)], ['hook.out>f']));
  expect(found.map((text) => text.split('|')[1])).toEqual([
    'all.1.any.0.operator',
    'all.1.any.1.left',
  ]);
  expect(found[1]).toContain('“left” is missing.');
});

test('templates and patterns that do not compile are told once', () => {
  const settings = {
    all: [
      { left: '{{body.a', operator: 'exists' },
      { left: '{{body.a}}', operator: 'matches', right: '(' },
    ],
  };
  const nodes = [hook, node('f', 'filter', settings), node('c', 'call', { url: 'x {{nope.a}}' })];
  const found = problems(graph(nodes, ['hook.out>f', 'f.match>c']));
  expect(found.map((text) => text.split('|').slice(0, 2))).toEqual([
    ['f', 'all.0.left'],
    ['f', 'all.1.right'],
    ['c', 'url'],
  ]);
});

test('a template may name the output of a step that ran before, and of no other', () => {
  const url = (id: string) => ({ url: `https://a.example/{{${id}}}` });
  const nodes = [
    hook,
    node('a', 'call', go),
    node('b', 'call', { ...go, body: { deep: ['{{steps.a.output.body.id}}'] } }),
    node('c', 'call', url('steps.later.output')),
    node('d', 'call', url('steps.a.body')),
    node('e', 'call', url('steps.gone.output')),
    node('later', 'call', go),
  ];
  const wires = ['hook.out>a', 'a.ok>b', 'a.ok>c', 'a.ok>d', 'a.ok>e', 'c.ok>later'];
  expect(problems(graph(nodes, wires))).toEqual([
    "c|url|“LATER” doesn't run before this step, so its output isn't there yet.",
    "d|url|Write {{steps.a.output.body}}: a step's values are in its output.",
    'e|url|There is no step with the id “gone”.',
  ]);
});

test('a disabled step may be half done', () => {
  const off = { ...node('c', 'call', {}), disabled: true };
  expect(problems(graph([hook, off], ['hook.out>c']), false)).toEqual([]);
});

test('settings nested without end are refused, not walked', () => {
  let body: GraphNode['settings'][string] = 1;
  for (let depth = 0; depth < 5000; depth += 1) body = [body];
  const document = graph([hook, node('c', 'call', { ...go, body })], ['hook.out>c']);
  expect(problems(document)).toEqual(['c||Nest settings at most 100 deep.']);
});

test('a second answer on the same way is warned of', () => {
  const nodes = [hook, node('a', 'answer'), node('b', 'answer'), node('c', 'answer')];
  const document = graph(nodes, ['hook.out>a', 'a.ok>b', 'hook.out>c']);
  expect(problems(document)).toEqual([]);
  expect(problems(document, false)).toEqual([
    'b||“A” may have answered the sender by then; this answer is lost if so.',
  ]);
});

test('the door waits for a trigger whose runs can answer; a disabled step answers nobody', () => {
  const nodes = [hook, node('other', 'hook'), node('f', 'filter'), node('a', 'answer')];
  const document = graph(nodes, ['hook.out>f', 'f.otherwise>a']);
  const answering = (change: Record<string, Partial<GraphNode>>) =>
    liveTriggers(
      { ...document, nodes: nodes.map((one) => ({ ...one, ...change[one.id] })) },
      definitions,
    ).map(({ node: { id }, answersSender }) => `${id} ${answersSender}`);
  expect(answering({})).toEqual(['hook true', 'other false']);
  expect(answering({ a: { disabled: true } })).toEqual(['hook false', 'other false']);
  expect(answering({ f: { disabled: true } })).toEqual(['hook false', 'other false']);
  expect(answering({ hook: { disabled: true } })).toEqual(['other false']);
});

test('order, ways up and ways down follow the wires', () => {
  const nodes = [node('c', 'call'), node('b', 'call'), hook];
  const topology = topologyOf(graph(nodes, ['hook.out>b', 'b.ok>c', 'hook.out>c']));
  expect(orderSteps(topology)).toEqual({ order: ['hook', 'b', 'c'], cyclic: [] });
  expect([...upstreamOf(topology, 'c')].sort()).toEqual(['b', 'hook']);
  expect([...reachableFrom(topology, 'hook')].sort()).toEqual(['b', 'c']);
});
