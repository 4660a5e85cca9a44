import { expect, test } from 'vitest';
import { testContext } from '#lib/nodes/test-context.ts';
import { switchNode } from './definition.ts';
import { runSwitch } from './run.ts';

const over = (amount: number) => ({
  all: [{ left: '{{body.amount}}', operator: 'greater_than' as const, right: amount }],
});
const cases = [
  { id: 'large', name: 'Large order', when: over(1000) },
  { id: 'medium', name: 'Medium order', when: over(100) },
];

test('the first case that holds is taken, later ones are not looked at', async () => {
  const outcome = await runSwitch({ cases }, testContext({ body: { amount: 5000 } }));
  expect(outcome).toMatchObject({
    port: 'large',
    output: { case: 'large', name: 'Large order' },
    input: { cases: [{ case: 'large', matched: true }] },
  });
  const second = await runSwitch({ cases }, testContext({ body: { amount: 500 } }));
  expect(second).toMatchObject({
    port: 'medium',
    output: { case: 'medium', name: 'Medium order' },
  });
});

test('where no case holds it goes on by otherwise', async () => {
  const outcome = await runSwitch({ cases }, testContext({ body: { amount: 5 } }));
  expect(outcome).toMatchObject({ port: 'otherwise', output: { case: null } });
});

test('each case has a port, also while the settings are half done', () => {
  expect(switchNode.outputs({ cases })).toEqual(['large', 'medium', 'otherwise']);
  expect(switchNode.outputs({ cases: [{ id: 'a' }, {}, 3] })).toEqual(['a', 'otherwise']);
  expect(switchNode.outputs({})).toEqual(['otherwise']);
});

test('two cases with one id, or one called otherwise, are told', () => {
  const twice = {
    cases: [...cases, { id: 'large', when: over(1) }, { id: 'otherwise', when: over(1) }],
  };
  expect(switchNode.check?.(twice).map(({ field }) => field)).toEqual(['cases.2.id', 'cases.3.id']);
});

test('a pattern that does not compile is told with its place', () => {
  const when = { all: [{ left: '{{body.a}}', operator: 'matches' as const, right: '(' }] };
  const [problem] = switchNode.check?.({ cases: [{ id: 'a', when }] }) ?? [];
  expect(problem?.field).toBe('cases.0.when.all.0.right');
});
