import { expect, test } from 'vitest';
import { type Condition, evaluateCondition } from '#lib/core/expression/condition.ts';
import type { Json } from '#lib/core/json.ts';
import { textIn } from '#lib/i18n/text-in.ts';
import { conditionReasons } from './condition-reasons.ts';
import { reasonSentence, unmetRows } from './condition-words.ts';

const text = textIn('en');
const paid = { left: '{{body.status}}', operator: 'equals', right: 'paid' } as const;
const large = { left: '{{body.sum}}', operator: 'greater_than', right: 100 } as const;

function unmetOf(condition: Condition, body: Json): string[] {
  const { trace } = evaluateCondition(condition, { body });
  const rows = unmetRows(conditionReasons('filter', { trace: trace as Json }));
  return rows.map((row) => reasonSentence(row, text));
}

test('a condition that failed is one sentence with what the value really was', () => {
  expect(unmetOf({ all: [paid] }, { status: 'pending' })).toEqual([
    'body.status equals "paid", was "pending"',
  ]);
  expect(unmetOf({ all: [paid] }, {})).toEqual(['body.status equals "paid", was not there']);
  const exists = { left: '{{body.sum}}', operator: 'exists' } as const;
  expect(unmetOf({ all: [exists] }, {})).toEqual(['body.sum exists, was not there']);
});

test('only conditions that mattered are told', () => {
  const body = { status: 'pending', sum: 200 };
  expect(unmetOf({ all: [large, paid] }, body)).toEqual([
    'body.status equals "paid", was "pending"',
  ]);
  expect(unmetOf({ any: [large, paid] }, body)).toEqual([]);
  const either = { any: [paid, { ...paid, right: 'partly' }] };
  expect(unmetOf({ all: [large, either] }, body)).toHaveLength(2);
});
