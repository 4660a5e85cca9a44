import { describe, expect, it } from 'vitest';
import { operatorIds } from '#lib/core/expression/operators.ts';
import { operatorMenu, rightFor, typedLike } from './operator-choices.ts';

const scope = {
  body: { priority: 'critical', users: 18, at: '2026-11-24T08:00:00Z', open: true, tags: [] },
};
const menu = (left: string, right?: string | number) =>
  operatorMenu({ left, operator: 'equals', ...(right !== undefined && { right }) }, scope);
const first = (left: string) => menu(left).fitting.map(({ operator }) => operator);

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
      const all = [...fitting, ...any, ...other].map(({ operator }) => operator);
      expect(all.toSorted()).toEqual([...operatorIds].toSorted());
    }
  });

  it('tells what each would give, but not without a right side', () => {
    const gives = (right?: string) =>
      Object.fromEntries(
        menu('{{body.priority}}', right).fitting.map((one) => [one.operator, one.gives]),
      );
    expect(gives('critical')).toMatchObject({ equals: true, not_equals: false, contains: true });
    expect(gives()).toMatchObject({ equals: undefined });
    expect(menu('{{body.priority}}').any).toContainEqual({ operator: 'exists', gives: true });
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
