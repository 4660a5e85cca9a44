import { expect, test } from 'vitest';
import { evaluateCondition } from '#lib/core/expression/condition.ts';
import type { RunDetail } from '../runs/run-types.ts';
import { liveOutcome } from './live-outcome.ts';

const run = (status: string, steps: object[], error: object | null = null) =>
  ({ status, steps, error }) as unknown as RunDetail;
const call = {
  ...{ type: 'http_request', name: 'Call a URL', status: 'succeeded', port: 'ok', error: null },
  input: { method: 'POST', url: 'http://127.0.0.1:4149/bugs' },
  output: { status: 200 },
};

test('a run that went through says what was called and what it answered', () => {
  expect(liveOutcome(run('succeeded', [call]))).toEqual({
    kind: 'sent',
    call: 'POST http://127.0.0.1:4149/bugs',
    status: 200,
  });
});

test('a run that was held back names the step and the condition that did not hold', () => {
  const condition = {
    all: [
      { left: '{{body.action}}', operator: 'equals', right: 'labeled' },
      { left: '{{body.label.name}}', operator: 'equals', right: 'bug' },
    ],
  } as const;
  const scope = { body: { action: 'labeled', label: { name: 'question' } } };
  const { trace } = evaluateCondition(condition as never, scope);
  const filter = { type: 'filter', name: 'Filter', status: 'filtered', input: { trace } };
  expect(liveOutcome(run('filtered', [filter]))).toMatchObject({
    kind: 'held',
    step: 'Filter',
    why: { left: 'body.label.name', right: '"bug"', was: '"question"' },
  });
});

test('a run that failed names the step and the reason', () => {
  const error = { code: 'timeout', message: 'No answer in 10 s.' };
  const failed = { ...call, status: 'failed', error };
  expect(liveOutcome(run('failed', [failed]))).toEqual({
    kind: 'failed',
    step: 'Call a URL',
    error,
  });
  expect(liveOutcome(run('failed', [], error))).toMatchObject({ kind: 'failed', step: '' });
});

test('a run that calls nobody has no answer to tell', () => {
  expect(liveOutcome(run('succeeded', []))).toEqual({ kind: 'other' });
  expect(liveOutcome(run('cancelled', [call]))).toEqual({ kind: 'other' });
  expect(liveOutcome(run('succeeded', [{ ...call, output: null }]))).toEqual({ kind: 'other' });
});
