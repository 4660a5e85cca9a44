import { describe, expect, it } from 'vitest';
import { operatorIds } from '#lib/core/expression/operators.ts';
import { toRows } from './condition-rows.ts';
import { isFilled, isFilledPart, operatorMenu, rightFor, typedLike } from './operator-choices.ts';

const scope = {
  body: { priority: 'critical', users: 18, at: '2026-11-24T08:00:00Z', open: true, tags: [] },
};
const menu = (left: string) => operatorMenu({ left, operator: 'equals' }, scope);
const first = (left: string) => menu(left).fitting;

describe('the operator menu', () => {
  it('offers first what fits the value of the sample', () => {
    expect(first('{{body.priority}}')).toContain('starts_with');
    expect(first('{{body.priority}}')).not.toContain('greater_than');
    expect(first('{{body.users}}')).toContain('greater_than');
    expect(first('{{body.at}}')).toContain('before');
    expect(first('{{body.open}}')).toContain('is_true');
    expect(first('{{body.gone}}')).toEqual([]);
  });

  it('offers every operator exactly once', () => {
    for (const left of ['{{body.priority}}', '{{body.users}}', '{{body.gone}}', '']) {
      const { fitting, any, other } = menu(left);
      expect([...fitting, ...any, ...other].toSorted()).toEqual([...operatorIds].toSorted());
    }
  });
});

describe('the right side', () => {
  it('goes on as far as the new operator can use it', () => {
    expect(rightFor('is_one_of', 'high')).toEqual(['high']);
    expect(rightFor('equals', ['high', 'low'])).toBe('high');
    expect(rightFor('exists', 'high')).toBeUndefined();
    expect(rightFor('is_one_of', '')).toEqual([]);
  });

  it('takes the type of what it is compared with', () => {
    expect(typedLike('25', 18)).toBe(25);
    expect(typedLike('25', '18')).toBe('25');
    expect(typedLike('007', 7)).toBe('007');
    expect(typedLike('TRUE', false)).toBe(true);
    expect(typedLike('{{body.x}}', 18)).toBe('{{body.x}}');
  });
});

describe('a condition', () => {
  it('is filled when every side that its operator needs is there', () => {
    expect(isFilled({ left: '', operator: 'equals', right: '' })).toBe(false);
    expect(isFilled({ left: '{{body.a}}', operator: 'equals', right: '' })).toBe(false);
    expect(isFilled({ left: '', operator: 'exists' })).toBe(false);
    expect(isFilled({ left: '{{body.a}}', operator: 'is_one_of', right: [] })).toBe(false);
    expect(isFilled({ left: '{{body.a}}', operator: 'exists' })).toBe(true);
    expect(isFilled({ left: '{{body.a}}', operator: 'equals', right: false })).toBe(true);
  });

  it('in a group waits for the others of the group', () => {
    const filled = { left: '{{body.a}}', operator: 'exists' as const };
    const blank = { left: '', operator: 'equals' as const, right: '' };
    expect(isFilledPart(toRows({ all: [filled, { any: [filled] }] }))).toBe(true);
    expect(isFilledPart(toRows({ all: [filled, { any: [blank] }] }))).toBe(false);
    expect(isFilledPart(toRows({ all: [] }))).toBe(false);
  });
});
