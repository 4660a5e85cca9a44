import { expect, test } from 'vitest';
import { type Condition, evaluateCondition } from '#lib/core/expression/condition.ts';
import type { Json } from '#lib/core/json.ts';
import { textIn } from '#lib/i18n/text-in.ts';
import { type EndedRun, runResult } from './run-result.ts';

const text = textIn('en');
const step = (part: Partial<EndedRun['steps'][number]>): EndedRun['steps'][number] => ({
  type: 'http_request',
  name: 'Send',
  status: 'succeeded',
  input: null,
  output: null,
  ...part,
});
const resultOf = (status: EndedRun['status'], ...steps: EndedRun['steps'][number][]) =>
  runResult({ status, error: null, steps }, text);

function filterOf(condition: Condition): EndedRun['steps'][number] {
  const { trace } = evaluateCondition(condition, { body: { status: 'pending' } });
  const input = { trace: trace as Json };
  return step({ type: 'filter', name: 'Paid only', status: 'filtered', input });
}
const paid = { left: '{{body.status}}', operator: 'equals', right: 'paid' } as const;

test('a filtered run tells which filter held it back, and why', () => {
  expect(resultOf('filtered', filterOf({ all: [paid] }))).toBe(
    '“Paid only” held it back. Not met: body.status equals "paid", was "pending"',
  );
  expect(resultOf('filtered', filterOf({ any: [paid, { ...paid, right: 'partly' }] }))).toBe(
    '“Paid only” held it back. Not met: body.status equals "paid", was "pending", and 1 more condition',
  );
});

test('a filtered run whose reason is not known tells the step, or that nothing acted', () => {
  const held = step({ type: 'switch', name: 'By sum', status: 'filtered' });
  expect(resultOf('filtered', held)).toBe('Stopped by “By sum”');
  expect(resultOf('filtered')).toBe('It came to no step that sends anything.');
});

test('a failed run tells its step and the reason, or the reason alone', () => {
  const error = { code: 'http_500', message: 'It answered 500.' };
  const failed = { status: 'failed', error, steps: [step({ status: 'failed' })] } as const;
  expect(runResult(failed, text)).toBe('“Send” failed: It answered 500.');
  expect(runResult({ ...failed, steps: [] }, text)).toBe('It answered 500.');
});

test('a run that ended well tells what was answered last', () => {
  expect(resultOf('succeeded', step({ output: { status: 200 } }))).toBe('“Send” answered 200');
  expect(resultOf('succeeded', step({ type: 'set_fields' }))).toBe('All steps ended well.');
});

test('a run that has not ended tells where it stands', () => {
  expect(resultOf('waiting', step({ name: 'Pause', status: 'waiting' }))).toBe('Waits at “Pause”');
  expect(resultOf('running')).toBe('It is still running.');
  expect(resultOf('queued')).toBe('It waits for its turn.');
  expect(resultOf('cancelled')).toBe('It was cancelled.');
});
