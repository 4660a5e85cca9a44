import { expect, test } from 'vitest';
import type { GraphDocument, GraphNode } from '#lib/core/graph/document.ts';
import { placeOnWire } from './wire-place.ts';

const step = (id: string, x: number, y: number): GraphNode => ({
  ...{ id, type: 'set_fields', name: id, settings: {} },
  position: { x, y },
});

/** Rows of steps, each joined to the next in its row. */
function rows(count: number, columns = 4): GraphDocument {
  const ids = Array.from({ length: count }, (_, row) =>
    Array.from({ length: columns }, (_, column) => ({ row, column, id: `s${row}_${column}` })),
  );
  const edges = ids.flatMap((row) =>
    row.slice(1).map(({ id }, index) => ({
      id: `e_${id}`,
      from: { node: row[index]?.id ?? '', port: 'ok' },
      to: { node: id, port: 'in' },
    })),
  );
  const nodes = ids.flat().map(({ id, row, column }) => step(id, column * 244, row * 112));
  return { schema: 1, nodes, edges };
}

type Ends = { from: string; to: string; at?: { x: number; y: number } };

function placed(graph: GraphDocument, { at, ...ends }: Ends) {
  const find = (id: string) => graph.nodes.find((node) => node.id === id) ?? step('', 0, 0);
  const place = placeOnWire(graph, step('new', 0, 0), {
    from: find(ends.from),
    to: find(ends.to),
    at,
  });
  const moved = new Map(place.moves.map(({ id, x, y }) => [id, { x, y }]));
  const nodes = graph.nodes.map(({ id, position }) => ({ id, ...(moved.get(id) ?? position) }));
  return { ...place, all: [...nodes, { id: 'new', ...place.position }] };
}

function overlaps(all: readonly { id: string; x: number; y: number }[]): string[] {
  return all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter(({ x, y }) => Math.abs(x - one.x) < 184 && Math.abs(y - one.y) < 72)
      .map(({ id }) => `${one.id} ${id}`),
  );
}

test('in a dense canvas a step stands in its wire, and what follows in that row makes room', () => {
  const { position, moves, all } = placed(rows(5), { from: 's2_0', to: 's2_1' });
  expect(position).toEqual({ x: 244, y: 224 });
  expect(moves.map(({ id, x }) => [id, x])).toEqual([
    ['s2_1', 488],
    ['s2_2', 732],
    ['s2_3', 976],
  ]);
  expect(overlaps(all)).toEqual([]);
});

test('what follows pushes along what it would come to lie upon', () => {
  const graph = rows(3);
  const other = { ...graph, nodes: [...graph.nodes, step('note', 976, 112)] };
  const { moves, all } = placed(other, { from: 's1_0', to: 's1_1' });
  expect(moves.map(({ id }) => id)).toContain('note');
  expect(overlaps(all)).toEqual([]);
});

test('where there is room the step stands where it was let go, else midway, and nothing moves', () => {
  const graph = { ...rows(1, 1), nodes: [step('a', 0, 0), step('b', 1000, 0)] };
  expect(placed(graph, { from: 'a', to: 'b' })).toMatchObject({
    position: { x: 500, y: 0 },
    moves: [],
  });
  const near = placed(graph, { from: 'a', to: 'b', at: { x: 700, y: 12 } });
  expect(near).toMatchObject({ position: { x: 700, y: 12 }, moves: [] });
  expect(placed(graph, { from: 'a', to: 'b', at: { x: 990, y: 0 } }).position.x).toBe(756);
});

test('between a fork’s branches the step takes a free row beside the wire', () => {
  const nodes = [step('a', 0, 0), step('b', 244, 0), step('c', 244, 112)];
  const wire = (id: string, to: string) => ({
    ...{ id, from: { node: 'a', port: 'ok' } },
    to: { node: to, port: 'in' },
  });
  const graph = { schema: 1 as const, nodes, edges: [wire('e1', 'b'), wire('e2', 'c')] };
  const { position, moves, all } = placed(graph, { from: 'a', to: 'c' });
  expect(position).toEqual({ x: 244, y: 112 });
  expect(moves).toEqual([{ id: 'c', x: 488, y: 112 }]);
  expect(overlaps(all)).toEqual([]);
});

test('on a wire that runs down or back nothing is pushed aside, and nothing covered', () => {
  const nodes = [step('a', 0, 0), step('b', 0, 112), step('c', -244, 0)];
  const graph = { schema: 1 as const, nodes, edges: [] };
  for (const to of ['b', 'c']) {
    const { moves, all } = placed(graph, { from: 'a', to: to });
    expect(moves).toEqual([]);
    expect(overlaps(all)).toEqual([]);
  }
});
