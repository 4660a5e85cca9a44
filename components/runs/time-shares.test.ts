import { expect, test } from 'vitest';
import type { Json } from '#lib/core/json.ts';
import { timeShares } from './time-shares.ts';

const at = (ms: number) => new Date(ms).toISOString();
type Rest = { output?: Json; attempt?: number };
const step = (type: string, ms: number, { output = null, attempt = 1 }: Rest = {}) => ({
  ...{ type, attempt, output, startedAt: at(0) },
  finishedAt: at(ms),
});

test('a delay waits, a call is elsewhere, the rest is here', () => {
  const steps = [
    step('filter', 2),
    step('delay', 500),
    step('http_request', 120, { output: { ms: 100 } }),
  ];
  expect(timeShares(steps)).toEqual({ waiting: 500, elsewhere: 100, here: 22 });
});

test('of a call that was tried again, what its last try didn’t take was spent between tries', () => {
  expect(timeShares([step('http_request', 1300, { output: { ms: 180 }, attempt: 2 })])).toEqual({
    waiting: 1120,
    elsewhere: 180,
    here: 0,
  });
});

test('a step that hasn’t ended isn’t counted', () => {
  expect(timeShares([{ ...step('delay', 1), finishedAt: null }])).toEqual({
    waiting: 0,
    elsewhere: 0,
    here: 0,
  });
});
