import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#lib/core/json.ts';
import {
  type Condition,
  ConditionEvaluator,
  type ConditionRow,
  conditionProblems,
  conditionSettings,
  evaluateCondition,
  operators,
} from './condition.ts';

const scope = {
  body: {
    priority: 'high',
    level: 5,
    big: '12345678901234567891',
    text: 'Order 1234 paid',
    empty: '',
    list: ['a', 'B', 3],
    none: null,
    object: { key: 1 },
    nothing: {},
    yes: true,
    said: 'True',
    at: '2026-11-24T04:00:00Z',
    unix: 1_795_489_200,
    millis: 1_795_489_200_000,
  },
};
const holds = (row: ConditionRow) => evaluateCondition({ all: [row] }, scope).matched;
type Case = [left: Json, operator: ConditionRow['operator'], right: Json, expected: boolean];

describe('operators', () => {
  test.each<Case>([
    ['{{body.priority}}', 'equals', 'high', true],
    ['{{body.priority}}', 'equals', 'High', false],
    ['{{body.level}}', 'equals', 5, true],
    ['{{body.level}}', 'equals', '5', false],
    ['{{body.level}}', 'not_equals', '5', true],
    ['{{body.object}}', 'equals', { key: 1 }, true],
    ['{{body.list}}', 'equals', ['a', 'B', 3], true],
    ['{{body.missing}}', 'equals', null, true],
    ['{{body.priority}}!', 'equals', 'high!', true],
    ['{{body.priority}}', 'is_one_of', ['high', 'critical'], true],
    ['{{body.priority}}', 'is_one_of', 'high', true],
    ['{{body.level}}', 'is_one_of', ['5'], false],
    ['a', 'is_one_of', '{{body.list}}', true],
    ['{{body.priority}}', 'is_not_one_of', ['low'], true],
    ['{{body.missing}}', 'is_one_of', [], false],
    ['{{body.text}}', 'contains', '1234', true],
    ['{{body.text}}', 'contains', 1234, true],
    ['{{body.list}}', 'contains', 'a', true],
    ['{{body.list}}', 'contains', '3', false],
    ['{{body.object}}', 'contains', 'key', true],
    ['{{body.object}}', 'contains', 'constructor', false],
    ['{{body.missing}}', 'contains', '', false],
    ['{{body.missing}}', 'not_contains', 'x', true],
    ['{{body.text}}', 'starts_with', 'Order', true],
    ['{{body.text}}', 'ends_with', 'paid', true],
    ['{{body.text}}', 'starts_with', 'paid', false],
    ['{{body.text}}', 'matches', '^Order [0-9]{4} ', true],
    ['{{body.text}}', 'matches', '^[0-9]', false],
    ['{{body.level}}', 'matches', '^5$', true],
    ['{{body.missing}}', 'matches', '.*', false],
    ['{{body.level}}', 'greater_than', 4, true],
    ['{{body.level}}', 'greater_than', '4.5', true],
    ['10', 'greater_than', '9', true],
    ['{{body.level}}', 'greater_or_equal', 5, true],
    ['{{body.level}}', 'less_than', 5, false],
    ['{{body.level}}', 'less_or_equal', 5, true],
    ['{{body.big}}', 'greater_than', '12345678901234567890', true],
    ['{{body.big}}', 'greater_than', 12, true],
    ['{{body.text}}', 'greater_than', 1, false],
    ['{{body.missing}}', 'less_than', 1, false],
    ['', 'less_than', 1, false],
    ['{{body.none}}', 'exists', null, true],
    ['{{body.missing}}', 'exists', null, false],
    ['{{body.missing}}', 'not_exists', null, true],
    ['{{body.list[2]}}', 'exists', null, true],
    ['{{body.list[3]}}', 'exists', null, false],
    ['{{body.empty}}', 'is_empty', null, true],
    ['{{body.none}}', 'is_empty', null, true],
    ['{{body.nothing}}', 'is_empty', null, true],
    ['{{body.missing}}', 'is_empty', null, true],
    ['{{body.level}}', 'is_empty', null, false],
    ['{{body.list}}', 'is_not_empty', null, true],
    ['{{body.yes}}', 'is_true', null, true],
    ['{{body.said}}', 'is_true', null, true],
    ['{{body.level}}', 'is_true', null, false],
    [false, 'is_false', null, true],
    ['{{body.missing}}', 'is_false', null, false],
    ['{{body.at}}', 'before', '2026-11-24T05:30:00+01:00', true],
    ['{{body.at}}', 'after', '2026-11-24', true],
    ['{{body.at}}', 'before', '2026-11-24 04:00', false],
    ['{{body.unix}}', 'before', '{{body.at}}', true],
    ['{{body.millis}}', 'before', '{{body.at}}', true],
    ['{{body.millis}}', 'after', '{{body.unix}}', false],
    ['{{body.at}}', 'after', 'yesterday', false],
    ['2026-02-30', 'after', '2026-01-01', false],
  ])('%j %s %j is %s', (...[left, operator, right, expected]) => {
    expect(holds({ left, operator, right })).toBe(expected);
  });

  test('case can be left out of account', () => {
    const row = { left: 'HIGH', caseInsensitive: true };
    expect(holds({ ...row, operator: 'equals', right: 'high' })).toBe(true);
    expect(holds({ ...row, operator: 'is_one_of', right: ['High'] })).toBe(true);
    expect(holds({ ...row, operator: 'matches', right: '^hi' })).toBe(true);
    expect(holds({ ...row, operator: 'ends_with', right: 'gh' })).toBe(true);
    expect(holds({ ...row, left: '{{body.list}}', operator: 'contains', right: 'b' })).toBe(true);
  });

  test('what cannot be compared says so, and stays unmatched when turned round', () => {
    const row: ConditionRow = { left: 'abc', operator: 'greater_than', right: 1, not: true };
    const { matched, trace, warnings } = evaluateCondition({ all: [row] }, scope);
    expect(matched).toBe(false);
    expect(warnings).toHaveLength(1);
    expect(trace).toMatchObject({ parts: [{ matched: false, note: expect.any(String) }] });
  });

  test('a hostile pattern on a long text is refused instead of holding everyone up', () => {
    const row: ConditionRow = { left: '{{t}}', operator: 'matches', right: '(a{1,100}){1,10}!' };
    const evaluator = new ConditionEvaluator(['t']);
    const { matched, warnings } = evaluator.evaluate({ all: [row] }, { t: 'a'.repeat(1_000_000) });
    expect(matched).toBe(false);
    expect(warnings[0]).toContain('too long');
  });
});

describe('trees', () => {
  const yes: ConditionRow = { left: 1, operator: 'equals', right: 1 };
  const no: ConditionRow = { left: 1, operator: 'equals', right: 2 };

  test.each<[Condition, boolean]>([
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ all: [yes, no] }, false],
    [{ any: [no, yes] }, true],
    [{ all: [{ any: [no, yes] }, { all: [] }] }, true],
    [{ all: [{ ...no, not: true }] }, true],
    [{ any: [{ any: [{ any: [] }] }] }, false],
  ])('%j is %s', (condition, expected) => {
    expect(conditionSettings.safeParse(condition).success).toBe(true);
    expect(conditionProblems(condition)).toEqual([]);
    expect(evaluateCondition(condition, {}).matched).toBe(expected);
  });

  test('the trace shows what every row saw, in short', () => {
    const condition: Condition = {
      any: [yes, { left: '{{body.long}}', operator: 'contains', right: '{{body.word}}' }],
    };
    const seen = evaluateCondition(condition, { body: { long: 'x'.repeat(5000), word: 'y' } });
    expect(seen.trace).toEqual({
      kind: 'group',
      mode: 'any',
      matched: true,
      parts: [
        { kind: 'row', operator: 'equals', left: 1, missing: false, right: 1, matched: true },
        {
          kind: 'row',
          operator: 'contains',
          written: '{{body.long}}',
          left: `${'x'.repeat(300)}…`,
          missing: false,
          right: 'y',
          matched: false,
        },
      ],
    });
  });

  test.each([
    [{ all: [{ left: 'x', operator: 'equal', right: 1 }] }],
    [{ all: [{ operator: 'equals', right: 1 }] }],
    [{ all: [], any: [] }],
    [{ all: [{ left: 1, operator: 'exists', extra: 1 }] }],
    [{ some: [] }],
    [[]],
  ])('%j is no condition', (settings) => {
    expect(conditionSettings.safeParse(settings).success).toBe(false);
  });

  test('problems are named by their row', () => {
    const condition: Condition = {
      all: [
        { left: '{{nope}}', operator: 'equals', right: [1, '{{'] },
        { any: [{ left: 'x', operator: 'matches', right: '(?=x)' }] },
        { left: 'x', operator: 'matches' },
      ],
    };
    expect(conditionProblems(condition).map((problem) => problem.field)).toEqual([
      'all.0.left',
      'all.0.right.1',
      'all.1.any.0.right',
      'all.2.right',
    ]);
  });
});

test('every operator and its opposite disagree on comparable values', () => {
  const pairs = [
    ['equals', 'not_equals'],
    ['is_one_of', 'is_not_one_of'],
    ['contains', 'not_contains'],
    ['exists', 'not_exists'],
    ['is_empty', 'is_not_empty'],
  ] as const;
  const template = fc.jsonValue();
  fc.assert(
    fc.property(template, template, fc.boolean(), (left, right, caseInsensitive) => {
      const data = { body: { left, right } };
      for (const [one, other] of pairs) {
        const row = { left: '{{body.left}}', right: '{{body.right}}', caseInsensitive };
        const first = evaluateCondition({ all: [{ ...row, operator: one }] }, data).matched;
        const second = evaluateCondition({ all: [{ ...row, operator: other }] }, data).matched;
        expect(first).toBe(!second);
      }
    }),
  );
});

test('no operator throws, whatever it is given', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
      for (const { id } of operators) {
        const row: ConditionRow = { left: '{{l}}', operator: id, right: '{{r}}' };
        const evaluator = new ConditionEvaluator(['l', 'r']);
        const { matched } = evaluator.evaluate({ all: [row] }, { l: left, r: right });
        expect(typeof matched).toBe('boolean');
      }
    }),
  );
});
