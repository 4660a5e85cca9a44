import { expect, test } from 'vitest';
import type { RunStep } from './run-types.ts';
import { shownSteps } from './shown-steps.ts';

const step = (nodeId: string, status = 'succeeded') =>
  ({ nodeId, name: nodeId.toUpperCase(), type: 'filter', status }) as RunStep;
const node = (id: string, type = 'filter') => ({ id, type, name: id.toUpperCase() });
const nodes = [node('hook', 'webhook'), node('a'), node('b'), node('c'), node('other', 'webhook')];
const rows = (finishedAt: string | null, told: [string, string][] = []) =>
  shownSteps(
    { steps: [step('hook'), step('a')], startedAt: null, finishedAt },
    nodes,
    new Map(told),
  ).map(({ nodeId, status }) => [nodeId, status]);

test('steps that an ended run didn’t come to stand below those it ran', () => {
  expect(rows('2026-11-24T09:00:00Z')).toEqual([
    ['hook', 'succeeded'],
    ['a', 'succeeded'],
    ['b', 'not_reached'],
    ['c', 'not_reached'],
  ]);
});

test('while a run is under way its running step stands before those to come', () => {
  expect(rows(null, [['c', 'running']])).toEqual([
    ['hook', 'succeeded'],
    ['a', 'succeeded'],
    ['c', 'running'],
    ['b', 'not_yet'],
  ]);
});

test('what was told live of a run that has ended counts no more', () => {
  expect(rows('2026-11-24T09:00:00Z', [['c', 'running']])[3]).toEqual(['c', 'not_reached']);
});

test('a step that ended before its run began was kept from an earlier run', () => {
  const at = (second: number) => `2026-11-24T09:00:0${second}.000Z`;
  const steps = [
    { ...step('a'), finishedAt: at(1) },
    { ...step('b'), finishedAt: at(5) },
    { ...step('c'), finishedAt: null },
  ];
  const rows = shownSteps({ steps, startedAt: at(4), finishedAt: null }, [], new Map());
  expect(rows.map(({ kept }) => kept)).toEqual([true, false, false]);
});
