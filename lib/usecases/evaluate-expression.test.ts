import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Evaluator } from '#lib/adapters/eval/evaluator.ts';
import type { Json } from '#lib/core/json.ts';
import { type EvaluateExpression, evaluateExpression } from './evaluate-expression.ts';

const evaluator = new Evaluator({ root: path.resolve(import.meta.dirname, '../..') });
afterAll(() => evaluator.stop());

type Language = EvaluateExpression['language'];
const run = async (language: Language, expression: Json, data: Json = {}) => {
  const evaluated = await evaluateExpression({ evaluator }, { language, expression, data });
  return evaluated.ok ? evaluated.value : evaluated.error.code;
};

test('a template reads the data as its roots, whatever they are called', async () => {
  expect(await run('template', '{{body.id}}', { body: { id: 7 } })).toEqual({
    result: 7,
    warnings: [],
  });
  expect(await run('template', 'n {{own.id}}', { own: { id: 7 } })).toMatchObject({
    result: 'n 7',
  });
  expect(await run('template', 'n {{body.id}}')).toMatchObject({
    result: 'n ',
    warnings: [expect.any(String)],
  });
});

test('a condition is an object or its JSON text, and comes with its trace', async () => {
  const condition = { all: [{ left: '{{body.n}}', operator: 'greater_than', right: 1 }] };
  const expected = { result: true, trace: { kind: 'group', parts: [{ left: 2, matched: true }] } };
  expect(await run('condition', condition, { body: { n: 2 } })).toMatchObject(expected);
  expect(await run('condition', JSON.stringify(condition), { body: { n: 2 } })).toMatchObject(
    expected,
  );
});

test('the engines give their results', async () => {
  expect(await run('jsonata', 'a + 1', { a: 1 })).toEqual({ result: 2 });
  expect(await run('jsonpath', '$.a', { a: 1 })).toEqual({ nodes: [{ path: "$['a']", value: 1 }] });
  expect(await run('xpath', 'string(/a)', '<a>x</a>')).toEqual({ result: 'x' });
  expect(await run('regex', 'b', 'abc')).toMatchObject({ result: { match: 'b', index: 1 } });
});

test.each<[Language, Json]>([
  ['template', '{{'],
  ['template', '{{nope.x}}'],
  ['template', 7],
  ['condition', '{'],
  ['condition', { all: [{ left: 1, operator: 'is' }] }],
  ['condition', { all: [{ left: 'x', operator: 'matches', right: '(' }] }],
  ['condition', '['.repeat(100_000)],
  ['jsonata', '{'],
  ['jsonpath', 'a'],
  ['xpath', '//'],
  ['regex', '('],
])('%s %j is an invalid expression', async (language, expression) => {
  expect(await run(language, expression, language === 'xpath' ? '<a/>' : {})).toBe(
    'invalid_expression',
  );
});
