import { expect, test } from 'vitest';
import { testContext } from '#lib/nodes/test-context.ts';
import { runFilter } from './run.ts';

const urgent = {
  all: [
    {
      left: '{{body.data.priority}}',
      operator: 'is_one_of' as const,
      right: ['high', 'critical'],
    },
  ],
};

test('a request that meets the conditions goes on by match, any other by otherwise', async () => {
  const high = testContext({ body: { data: { priority: 'high' } } });
  const low = testContext({ body: { data: { priority: 'low' } } });
  expect(await runFilter(urgent, high)).toMatchObject({ port: 'match', output: { matched: true } });
  expect(await runFilter(urgent, low)).toMatchObject({
    port: 'otherwise',
    output: { matched: false },
  });
});

test('the step shows what each row saw and said', async () => {
  const outcome = await runFilter(urgent, testContext({ body: { data: { priority: 'low' } } }));
  expect(outcome).toMatchObject({
    input: { trace: { matched: false, parts: [{ left: 'low', matched: false }] } },
  });
});

test('a filter without rows lets everything pass, an empty any nothing', async () => {
  expect(await runFilter({ all: [] }, testContext())).toMatchObject({ port: 'match' });
  expect(await runFilter({ any: [] }, testContext())).toMatchObject({ port: 'otherwise' });
});
