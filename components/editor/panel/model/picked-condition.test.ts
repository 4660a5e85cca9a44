import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionSettings, evaluateCondition } from '#lib/core/expression/condition.ts';
import { resolvePath } from '#lib/core/expression/path.ts';
import type { Json } from '#lib/core/json.ts';
import { conditionFor, lastCondition, withCondition } from './picked-condition.ts';

test('the condition made of a clicked value holds for the request it was clicked in', () => {
  const values = fc.jsonValue({ maxDepth: 2 }).filter((value) => !isEmptyObject(value as Json));
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), values, { minKeys: 1 }), (body) => {
      const scope = { body: body as Json };
      for (const key of Object.keys(body)) {
        const path = ['body', key];
        const value = resolvePath(path, scope) ?? null;
        const settings = withCondition(null, conditionFor({ path, value }));
        const condition = conditionSettings.parse(settings);
        expect(evaluateCondition(condition, scope).matched).toBe(true);
      }
    }),
  );
});

function isEmptyObject(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

test('a value is compared with its type, a long text only for being there', () => {
  const of = (value: Json) => conditionFor({ path: ['body', 'a'], value });
  expect(of(3)).toEqual({ left: '{{body.a}}', operator: 'equals', right: 3 });
  expect(of(false)).toEqual({ left: '{{body.a}}', operator: 'equals', right: false });
  expect(of('x'.repeat(201))).toEqual({ left: '{{body.a}}', operator: 'is_not_empty' });
});

test('a clicked value joins the conditions that are there, all or any of them', () => {
  const row = conditionFor({ path: ['body', 'b'], value: 'x' });
  const one = { left: '{{body.a}}', operator: 'exists' };
  const settings = withCondition({ any: [one] }, row);
  expect(settings).toEqual({ any: [one, row] });
  expect(lastCondition(settings)).toBe('any.1');
});
