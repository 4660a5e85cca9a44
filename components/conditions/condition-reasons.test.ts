import { describe, expect, test } from 'vitest';
import { type Condition, evaluateCondition } from '#lib/core/expression/condition.ts';
import type { Json } from '#lib/core/json.ts';
import { conditionReasons } from './condition-reasons.ts';

const trace = (condition: Condition, scope: object) =>
  evaluateCondition(condition, scope).trace as Json;
const paid: Condition = {
  all: [{ left: '{{body.financial_status}}', operator: 'equals', right: 'paid' }],
};
const rowOf = (condition: Condition, scope: object) => {
  const [first] = conditionReasons('filter', { trace: trace(condition, scope) });
  return first?.reason.kind === 'group' ? first.reason.parts[0] : undefined;
};

describe('conditionReasons', () => {
  test('a row tells its path, what was wanted and what it really was', () => {
    const reasons = conditionReasons('filter', {
      trace: trace(paid, { body: { financial_status: 'pending' } }),
    });
    expect(reasons).toEqual([
      {
        caseName: null,
        reason: {
          kind: 'group',
          mode: 'all',
          matched: false,
          parts: [
            {
              kind: 'row',
              left: 'body.financial_status',
              operator: 'equals',
              right: '"paid"',
              was: '"pending"',
              not: false,
              caseInsensitive: false,
              matched: false,
              note: null,
            },
          ],
        },
      },
    ]);
  });

  test('a value that was not there differs from one that was null', () => {
    expect(rowOf(paid, { body: {} })).toMatchObject({ was: null });
    expect(rowOf(paid, { body: { financial_status: null } })).toMatchObject({ was: 'null' });
  });

  test('what turns a verdict round, and why there was none, is told', () => {
    const left = '{{body.sum}}';
    const scope = { body: { sum: 'Lots' } };
    const equal = { left, operator: 'equals', right: 'lots' } as const;
    expect(rowOf({ all: [{ ...equal, not: true, caseInsensitive: true }] }, scope)).toMatchObject({
      not: true,
      caseInsensitive: true,
      matched: false,
    });
    const more = rowOf({ all: [{ left, operator: 'greater_than', right: 5 }] }, scope);
    expect(more).toMatchObject({ note: expect.stringContaining('must be numbers') });
  });

  test('an operator that compares with nothing has no wanted value', () => {
    const row = rowOf({ any: [{ left: 'x{{body.id}}', operator: 'exists' }] }, { body: {} });
    expect(row).toMatchObject({ left: 'x{{body.id}}', right: null });
  });

  test('rows kept before paths were show their value instead', () => {
    const row = { kind: 'row', operator: 'equals', left: 1, missing: false, right: 2 };
    const [first] = conditionReasons('filter', {
      trace: { kind: 'group', mode: 'all', matched: false, parts: [{ ...row, matched: false }] },
    });
    expect(first?.reason).toMatchObject({ parts: [{ left: '1', right: '2' }] });
    expect(first?.reason).not.toMatchObject({ parts: [{ was: expect.anything() }] });
  });

  test('a switch tells of each case it looked at, by name', () => {
    const seen = { matched: false, trace: trace(paid, {}) };
    const cases = [
      { case: 'a', ...seen },
      { case: 'b', name: 'Big', ...seen },
    ];
    const names = conditionReasons('switch', { cases }).map(({ caseName }) => caseName);
    expect(names).toEqual(['a', 'Big']);
  });

  test.each<[string, Json]>([
    ['filter', null],
    ['filter', { trace: 'cut' }],
    ['filter', { trace: { kind: 'row', operator: 'gone', left: 1 } }],
    ['switch', { cases: 'none' }],
    ['set_fields', { trace: { kind: 'group', mode: 'all', matched: true, parts: [] } }],
  ])('%s with %j tells of no conditions', (type, input) => {
    expect(conditionReasons(type, input)).toEqual([]);
  });
});
