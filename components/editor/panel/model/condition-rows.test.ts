import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, ConditionRow } from '#lib/core/expression/condition.ts';
import { operatorIds } from '#lib/core/expression/operators.ts';
import type { Json } from '#lib/core/json.ts';
import {
  addGroup,
  addRow,
  changeRow,
  findPart,
  type GroupPart,
  moveIntoGroupAbove,
  moveOut,
  movePart,
  movePartBefore,
  removePart,
  setMode,
  toCondition,
  toRows,
} from './condition-rows.ts';

const row: fc.Arbitrary<ConditionRow> = fc.record(
  {
    left: fc.jsonValue() as fc.Arbitrary<Json>,
    operator: fc.constantFrom(...operatorIds),
    right: fc.jsonValue() as fc.Arbitrary<Json>,
    not: fc.boolean(),
    caseInsensitive: fc.boolean(),
  },
  { requiredKeys: ['left', 'operator'] },
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => {
  const parts = fc.array(fc.oneof({ depthSize: 'small' }, row, tie('condition')), { maxLength: 4 });
  return {
    condition: fc.oneof(
      parts.map((all) => ({ all })),
      parts.map((any) => ({ any })),
    ) as fc.Arbitrary<Condition>,
  };
});

const named = (left: string): ConditionRow => ({ left, operator: 'exists' });
const sample: Condition = { all: [named('a'), { any: [named('b'), named('c')] }, named('d')] };

/** The ids of rows by their left side. */
function idOf(root: GroupPart, left: string): number {
  const stack = [...root.parts];
  for (const part of stack) {
    if (part.kind === 'group') stack.push(...part.parts);
    else if (part.row.left === left) return part.id;
  }
  throw new Error(left);
}
const edited = (change: (root: GroupPart) => GroupPart) => toCondition(change(toRows(sample)));

describe('conditions as rows', () => {
  it('come back from the rows as they were', () => {
    fc.assert(
      fc.property(condition, (one) => {
        expect(toCondition(toRows(one))).toEqual(one);
      }),
    );
  });

  it('lose no row when one is moved anywhere', () => {
    const lefts = (one: Condition): string[] =>
      JSON.stringify(one)
        .match(/"left":/g)
        ?.sort() ?? [];
    fc.assert(
      fc.property(condition, fc.nat(20), fc.nat(20), (one, id, other) => {
        const root = toRows(one);
        for (const moved of [
          movePart(root, id, 1),
          movePart(root, id, -1),
          moveIntoGroupAbove(root, id),
          moveOut(root, id),
        ]) {
          expect(lefts(toCondition(moved))).toEqual(lefts(one));
        }
        if (findPart(root, other) && other !== root.id) {
          expect(lefts(toCondition(movePartBefore(root, id, other)))).toEqual(lefts(one));
        }
      }),
    );
  });

  it('move up and down and stop at the ends', () => {
    expect(edited((root) => movePart(root, idOf(root, 'a'), -1))).toEqual(sample);
    expect(edited((root) => movePart(root, idOf(root, 'c'), -1))).toEqual({
      all: [named('a'), { any: [named('c'), named('b')] }, named('d')],
    });
  });

  it('move into the group above and out again', () => {
    const inside = edited((root) => moveIntoGroupAbove(root, idOf(root, 'd')));
    expect(inside).toEqual({ all: [named('a'), { any: [named('b'), named('c'), named('d')] }] });
    const root = toRows(inside);
    expect(toCondition(moveOut(root, idOf(root, 'd')))).toEqual(sample);
  });

  it('move before any other row, but no group into itself', () => {
    expect(edited((root) => movePartBefore(root, idOf(root, 'd'), idOf(root, 'b')))).toEqual({
      all: [named('a'), { any: [named('d'), named('b'), named('c')] }],
    });
    expect(edited((root) => movePartBefore(root, root.parts[1]?.id ?? 0, idOf(root, 'b')))).toEqual(
      sample,
    );
  });

  it('take changes, new rows and groups, and leave out what says nothing', () => {
    const changed = edited((root) =>
      changeRow(root, idOf(root, 'a'), { operator: 'equals', right: 1, not: false }),
    );
    expect(changed).toMatchObject({ all: [{ left: 'a', operator: 'equals', right: 1 }, {}, {}] });
    expect(JSON.stringify(changed)).not.toContain('not');
    expect(edited((root) => addRow(root, root.id, named('e')))).toMatchObject({
      all: [{}, {}, {}, named('e')],
    });
    expect(edited((root) => addGroup(root, root.id, named('e')))).toMatchObject({
      all: [{}, {}, {}, { any: [named('e')] }],
    });
    expect(edited((root) => removePart(root, root.parts[1]?.id ?? 0))).toEqual({
      all: [named('a'), named('d')],
    });
    expect(edited((root) => setMode(root, root.id, 'any'))).toHaveProperty('any');
  });
});
