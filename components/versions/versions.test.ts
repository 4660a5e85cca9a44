import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareGraphs } from '#lib/core/graph/compare-graphs.ts';
import type { GraphDocument, GraphNode } from '#lib/core/graph/document.ts';
import { textIn } from '#lib/i18n/text-in.ts';
import { changedValue, differing, fieldLabel } from './change-words.ts';
import { unionGraph } from './union-graph.ts';

const text = textIn('en');
const step = (id: string, more: Partial<GraphNode> = {}): GraphNode => ({
  ...{ id, type: 'filter', name: id.toUpperCase(), position: { x: 0, y: 0 }, settings: {} },
  ...more,
});
const wire = (id: string, from: string, to: string) => ({
  id,
  from: { node: from, port: 'match' },
  to: { node: to, port: 'in' },
});
const before: GraphDocument = {
  ...{ schema: 1, nodes: [step('a'), step('b')], edges: [wire('e1', 'a', 'b')] },
};
const after: GraphDocument = {
  ...{ schema: 1, nodes: [step('a'), step('c')], edges: [wire('e1', 'a', 'c')] },
};

test('both sides in one picture: what is gone stays visible beside what came', () => {
  const both = unionGraph(before, after, 'both');
  expect([...both.steps]).toEqual([
    ['a', 'changed'],
    ['c', 'added'],
    ['b', 'removed'],
  ]);
  expect([...both.wires]).toEqual([
    ['e1', 'added'],
    ['was e1', 'removed'],
  ]);
});

test('one side alone shows that graph, with what will change or has changed in it', () => {
  expect([...unionGraph(before, after, 'before').steps]).toEqual([
    ['a', 'changed'],
    ['b', 'removed'],
  ]);
  expect([...unionGraph(before, after, 'after').wires]).toEqual([['e1', 'added']]);
});

test('a change is said in the words of the settings', () => {
  const [change] = compareGraphs(before, after).steps;
  if (!change) throw new Error('There is a change.');
  const label = (field: string) => fieldLabel(field, change, text);
  expect(label('settings.url')).toBe('Send to');
  expect(label('settings.headers.x-team')).toBe('Header x-team');
  expect(label('settings.all.1')).toBe('Condition 2');
  expect(label('settings.cases.0.when.all.0')).toBe('Case 1, condition');
  expect(label('wires.match')).toBe('After “match”');
  const said = (field: string, value: never) =>
    changedValue({ field, value }, text, (id) => id.toUpperCase());
  expect(said('wires.match', ['b', 'c'] as never)).toBe('goes to B, C');
  const row = { left: '{{body.priority}}', operator: 'is_one_of', right: ['high', 'critical'] };
  expect(said('settings.all.0', row as never)).toBe('{{body.priority}} is one of high, critical');
  expect(said('settings.all.0', { ...row, not: true } as never)).toMatch(/^not: /);
});

test('what two values share at both ends is not marked, and never overlaps', () => {
  const words = fc.array(fc.constantFrom('a', 'bb', 'c'), { maxLength: 6 }).map((w) => w.join(' '));
  fc.assert(
    fc.property(words, words, (one, other) => {
      const { start, end } = differing(one, other);
      expect(start + end).toBeLessThanOrEqual(Math.min(one.length, other.length));
      expect(one.slice(0, start)).toBe(other.slice(0, start));
      expect(one.slice(one.length - end)).toBe(other.slice(other.length - end));
    }),
  );
  expect(differing('is one of critical', 'is one of high, critical')).toEqual({
    start: 10,
    end: 8,
  });
});
