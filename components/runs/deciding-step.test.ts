import { expect, test } from 'vitest';
import { decidingStep } from './deciding-step.ts';

const call = { name: 'Call', type: 'http_request', status: 'succeeded' };
const filter = { name: 'Filter', type: 'filter', status: 'filtered' };
const failed = { name: 'Again', type: 'http_request', status: 'failed' };

test.each([
  ['succeeded', [call, filter], call],
  ['filtered', [filter, { ...call, type: 'merge' }], filter],
  ['failed', [call, failed], failed],
  ['succeeded', [filter], undefined],
] as const)('what made a run %s is known by its step', (status, steps, step) => {
  expect(decidingStep({ status, steps: [...steps] })).toEqual(step);
});
