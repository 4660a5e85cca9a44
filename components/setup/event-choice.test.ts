import { expect, test } from 'vitest';
import { eventChoice, withEventChoice } from './event-choice.ts';
import { readSetup } from './setup-graph.ts';

const hook = (settings: object) => ({
  schema: 1 as const,
  nodes: [{ id: 'hook', type: 'webhook', name: 'A', position: { x: 0, y: 0 }, settings }],
  edges: [],
});
const choice = (settings: object, event: string | null, decided = false) =>
  eventChoice({ graph: readSetup(hook(settings) as never), event, decided });

test('before anybody decided, only the event of the sample is meant', () => {
  expect(choice({}, 'issues.labeled')).toEqual({
    only: ['issues.labeled'],
    offered: ['issues.labeled'],
    takesSample: true,
  });
});

test('unticked stays unticked, and a filter that was made without it too', () => {
  expect(choice({ events: [] }, 'push')).toMatchObject({ only: [], offered: ['push'] });
  expect(choice({}, 'push', true)).toMatchObject({ only: [], takesSample: true });
});

test('what is stored counts, also where the sample is another event', () => {
  expect(choice({ events: ['issues'] }, 'push')).toEqual({
    only: ['issues'],
    offered: ['issues'],
    takesSample: false,
  });
  expect(choice({ events: ['issues'] }, 'issues.opened').takesSample).toBe(true);
});

test('a sender that names no events, or in another way, leaves nothing to choose', () => {
  expect(choice({}, null)).toEqual({ only: [], offered: [], takesSample: true });
  expect(choice({}, 'ends with a dot.')).toMatchObject({ offered: [] });
});

test('the choice is stored at the trigger; every event leaves it as it was', () => {
  const graph = hook({ endpointIds: ['x'] }) as never;
  const [trigger] = withEventChoice(graph, choice({}, 'push')).nodes;
  expect(trigger?.settings).toEqual({ endpointIds: ['x'], events: ['push'] });
  expect(withEventChoice(graph, choice({}, null))).toBe(graph);
});
