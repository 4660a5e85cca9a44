import { expect, test } from 'vitest';
import { type Need, sortNeeds } from './needs.ts';

const expiring = (at: number): Need => ({
  kind: 'endpoint_expiring',
  endpointId: `e${at}`,
  name: '',
  at,
});
const paused = (waiting: number): Need => ({
  kind: 'workflow_paused',
  workflowId: `w${waiting}`,
  name: '',
  waiting,
  more: false,
  since: 0,
});

test('what waits now stands above what will end, most first, nearest first', () => {
  const sorted = sortNeeds([expiring(9), paused(1), expiring(3), paused(7)]);
  expect(sorted).toEqual([paused(7), paused(1), expiring(3), expiring(9)]);
});
