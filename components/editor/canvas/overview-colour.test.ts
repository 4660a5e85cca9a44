import { expect, test } from 'vitest';
import { textIn } from '#lib/i18n/text-in.ts';
import { flowNodes } from './flow-elements.ts';
import { overviewColour, type Stand } from './overview-colour.ts';

const step = (id: string) => ({
  ...{ id, type: 'set_fields', name: id, settings: {} },
  position: { x: 0, y: 0 },
});

function drawn(stands: Readonly<Record<string, Stand>>, selected: string[] = []) {
  const state = {
    graph: { schema: 1 as const, nodes: ['a', 'b', 'c', 'd'].map(step), edges: [] },
    ...{ selection: new Set(selected), errorPorts: new Set<string>(), canDrag: true },
  };
  const statusOf = ({ id }: { id: string }) => {
    const stand = stands[id];
    return stand && { word: stand, stand };
  };
  return flowNodes({ ...state, hasFoot: false, statusOf }, textIn('en'));
}

test('on the small map a step has the colour of what a run made of it', () => {
  const nodes = drawn({ a: 'good', b: 'bad', c: 'live', d: 'none' });
  expect(nodes.map(overviewColour)).toEqual([
    'var(--chart-ran)',
    'var(--bad-solid)',
    'var(--live-solid)',
    'var(--line-2)',
  ]);
});

test('without a run all steps look alike, and the selected one stands out', () => {
  const colours = drawn({}, ['b']).map(overviewColour);
  expect(colours).toEqual([colours[0], 'var(--accent-solid)', colours[0], colours[0]]);
});

test('a step that stands as it did keeps its very data, so it isn’t drawn again', () => {
  const [before, after] = [drawn({ a: 'good' }), drawn({ a: 'good', b: 'bad' })];
  expect(after[0]?.data).toBe(before[0]?.data);
  expect(after[1]?.data).not.toBe(before[1]?.data);
});
