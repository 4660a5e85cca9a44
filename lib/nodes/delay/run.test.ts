import { expect, test } from 'vitest';
import { testContext } from '#lib/nodes/test-context.ts';
import { type DelaySettings, delayNode } from './definition.ts';
import { runDelay } from './run.ts';

const now = Date.parse('2026-11-24T09:00:00Z');

test.each<[DelaySettings, number]>([
  [{ seconds: 2 }, 2_000],
  [{ minutes: 1, seconds: 30 }, 90_000],
  [{ hours: '{{body.hours}}' }, 7_200_000],
  [{ days: 30 }, 30 * 86_400_000],
  [{ until: '2026-11-24T10:00:00Z' }, 3_600_000],
  [{ until: '{{body.due}}' }, 600_000],
  [{ until: (now + 60_000) / 1000 }, 60_000],
])('%j waits %d ms', async (settings, ms) => {
  const context = testContext({ body: { hours: 2, due: '2026-11-24T09:10:00+00:00' } });
  expect(await runDelay(settings, context)).toMatchObject({
    kind: 'wait',
    until: now + ms,
    port: 'ok',
    output: { until: new Date(now + ms).toISOString() },
  });
});

test('a moment that has passed, or no time at all, goes on at once', async () => {
  const past = { until: '2026-11-24T08:00:00Z' };
  expect(await runDelay(past, testContext())).toMatchObject({ kind: 'done', port: 'ok' });
  expect(await runDelay({ seconds: 0 }, testContext())).toMatchObject({ kind: 'done' });
});

test.each([
  [{ until: '{{body.due}}' }, 'invalid_value'],
  [{ until: 'tomorrow' }, 'invalid_value'],
  [{ seconds: '{{body.due}}' }, 'invalid_value'],
  [{ seconds: -1 }, 'invalid_value'],
  [{ days: 31 }, 'delay_too_long'],
  [{ until: '2027-11-24' }, 'delay_too_long'],
])('%j fails with %s and is not tried again', async (settings, code) => {
  expect(await runDelay(settings, testContext())).toMatchObject({
    kind: 'failed',
    error: { code, retryable: false },
  });
});

test('a delay has a length or an end, never both or neither', () => {
  const accepts = (settings: object) => delayNode.settings.safeParse(settings).success;
  expect(accepts({ minutes: 5 })).toBe(true);
  expect(accepts({ until: '{{body.due}}' })).toBe(true);
  expect(accepts({})).toBe(false);
  expect(accepts({ minutes: 5, until: '{{body.due}}' })).toBe(false);
});
