import { expect, test } from 'vitest';
import { testContext } from '#lib/nodes/test-context.ts';
import { runStop } from './run.ts';

test('stop ends the run the way it says, with its message filled in', async () => {
  const context = testContext({ body: { order: 17 } });
  const settings = { as: 'failed' as const, message: 'Order {{body.order}} has no lines' };
  expect(await runStop(settings, context)).toMatchObject({
    kind: 'stop',
    as: 'failed',
    message: 'Order 17 has no lines',
  });
});

test('a missing value in the message is warned of and does not change how the run ends', async () => {
  const outcome = await runStop({ as: 'succeeded', message: '{{body.x}} gone' }, testContext());
  expect(outcome).toMatchObject({ as: 'succeeded', message: ' gone' });
  expect(outcome.warnings).toHaveLength(1);
});
