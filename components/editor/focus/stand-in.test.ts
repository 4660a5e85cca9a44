import { expect, test } from 'vitest';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import { standIn } from './stand-in.ts';

const graph = (...ids: string[]): GraphDocument => ({
  schema: 1,
  nodes: ids.map((id) => ({
    id,
    type: 'filter',
    name: id,
    position: { x: 0, y: 0 },
    settings: {},
  })),
  edges: ids.slice(1).map((id, at) => ({
    id: `to ${id}`,
    from: { node: ids[at] ?? '', port: 'match' },
    to: { node: id, port: 'in' },
  })),
});

test('the step before a removed one stands in for it', () => {
  expect(standIn('b', graph('a', 'b', 'c'), graph('a', 'c'))).toBe('a');
});

test('the first one’s place is taken by the step after it', () => {
  expect(standIn('a', graph('a', 'b', 'c'), graph('b', 'c'))).toBe('b');
});

test('of several removed at once, the nearest that is left', () => {
  expect(standIn('c', graph('a', 'b', 'c', 'd'), graph('a', 'd'))).toBe('a');
});

test('an empty canvas has nobody to stand in', () => {
  expect(standIn('a', graph('a'), graph())).toBeNull();
});
