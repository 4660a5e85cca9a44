import { expect, test } from 'vitest';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import { stepShape } from './step-shape.ts';
import { tidyEdit } from './tidy.ts';

const step = (id: string, type: string) => ({
  ...{ id, type, name: id, position: { x: 0, y: 0 }, settings: {} },
});
const wire = (from: string, port: string, to: string) => ({
  ...{ id: `${from} ${to}`, from: { node: from, port }, to: { node: to, port: 'in' } },
});

test('steps in a row are put so that their wires run straight from port to port', async () => {
  const graph: GraphDocument = {
    schema: 1,
    nodes: [step('hook', 'webhook'), step('bugs', 'filter'), step('call', 'http_request')],
    edges: [wire('hook', 'out', 'bugs'), wire('bugs', 'match', 'call')],
  };
  const edit = await tidyEdit(graph);
  const positions = edit.kind === 'move' ? edit.positions : [];
  const y = (id: string) => positions.find((one) => one.id === id)?.y ?? Number.NaN;
  const head = stepShape(step('hook', 'webhook'), { showError: false, hasFoot: true }).ports[0]?.y;
  const match = stepShape(step('bugs', 'filter'), { showError: false, hasFoot: true }).ports[0]?.y;
  expect(y('hook')).toBe(y('bugs'));
  expect(y('bugs') + Number(match)).toBe(y('call') + Number(head));
});
