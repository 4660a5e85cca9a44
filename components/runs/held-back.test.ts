import { expect, test } from 'vitest';
import { heldBack } from './held-back.ts';
import type { RunDetail } from './run-types.ts';

const around = {
  nodes: [
    { id: 'f', name: 'Paid only', type: 'filter' },
    { id: 'a', name: 'Send', type: 'http_request' },
    { id: 'b', name: 'Log', type: 'http_request' },
  ],
  edges: [
    { from: 'f', port: 'match', to: 'a' },
    { from: 'f', port: 'otherwise', to: 'b' },
  ],
};
const step = (nodeId: string, type: string, status: string) => ({ nodeId, type, status, name: '' });
const runOf = (status: string, ...steps: object[]) => ({ status, steps }) as unknown as RunDetail;

test('a filtered run may be sent on from the steps that its filter held back', () => {
  const held = heldBack(runOf('filtered', step('f', 'filter', 'filtered')), around);
  expect(held).toMatchObject({ filter: { nodeId: 'f' }, next: [{ nodeId: 'a', name: 'Send' }] });
});

test('what a filter held back of a run that acted before it may be sent on, too', () => {
  const acted = step('b', 'http_request', 'succeeded');
  const run = runOf('succeeded', acted, step('f', 'filter', 'filtered'));
  expect(heldBack(run, around)).toMatchObject({ filter: { nodeId: 'f' }, next: [{ nodeId: 'a' }] });
});

test('once it was sent on nothing is left', () => {
  const sent = step('a', 'http_request', 'succeeded');
  expect(heldBack(runOf('succeeded', step('f', 'filter', 'filtered'), sent), around)).toBeNull();
});

test.each([
  ['a run that no filter ended', runOf('succeeded', step('f', 'filter', 'succeeded'))],
  ['a filter with nothing behind it', runOf('filtered', step('b', 'filter', 'filtered'))],
  ['a run that failed', runOf('failed', step('f', 'filter', 'filtered'))],
  ['a switch', runOf('filtered', step('f', 'switch', 'filtered'))],
])('%s leaves nothing to send on', (_name, run) => {
  expect(heldBack(run, around)).toBeNull();
});
