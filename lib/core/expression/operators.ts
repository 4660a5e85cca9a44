import type { Json } from '#lib/core/json.ts';
import { readOwn } from '#lib/core/own-property.ts';
import { asInstant, compareNumbers, sameJson } from './compare.ts';

export type Operands = {
  left: Json;
  /** The left's path led nowhere. `left` is then null. */
  missing: boolean;
  right: Json;
  caseInsensitive: boolean;
};
/** A text instead of a verdict says why there is none; the row then counts as not matched. */
export type Verdict = boolean | string;
type Check = (operands: Operands) => Verdict;

const fold = (value: Json, operands: Operands): Json =>
  operands.caseInsensitive && typeof value === 'string' ? value.toLowerCase() : value;

const isEqual: Check = (o) => sameJson(fold(o.left, o), fold(o.right, o));

/** A right side that is no list counts as a list of one. */
const isOneOf: Check = (o) => {
  const options = Array.isArray(o.right) ? o.right : [o.right];
  const left = fold(o.left, o);
  return options.some((option) => sameJson(left, fold(option, o)));
};

/** Of a list: an item. Of an object: a key. Else: the text. */
const contains: Check = (o) => {
  if (Array.isArray(o.left)) {
    const right = fold(o.right, o);
    return o.left.some((item) => sameJson(fold(item, o), right));
  }
  if (typeof o.left === 'object' && o.left !== null) {
    return typeof o.right === 'string' && readOwn(o.left, o.right) !== undefined;
  }
  return texts(o, (left, right) => left.includes(right));
};

function texts(o: Operands, check: (left: string, right: string) => boolean): boolean {
  const left = scalarText(fold(o.left, o));
  const right = scalarText(fold(o.right, o));
  return left !== undefined && right !== undefined && check(left, right);
}

/** Numbers and booleans count as their text; null, lists and objects have none. */
export function scalarText(value: Json): string | undefined {
  if (value === null || typeof value === 'object') return undefined;
  return String(value);
}

const isEmpty: Check = ({ left }) => {
  if (left === null || left === '') return true;
  return typeof left === 'object' && Object.keys(left).length === 0;
};

function numbers(holds: (difference: number) => boolean): Check {
  return ({ left, missing, right }) => {
    const difference = compareNumbers(left, right);
    if (difference !== undefined) return holds(difference);
    return missing ? false : 'Both sides must be numbers, or texts that read as numbers.';
  };
}

function instants(holds: (difference: number) => boolean): Check {
  return ({ left, missing, right }) => {
    const a = asInstant(left);
    const b = asInstant(right);
    if (a !== undefined && b !== undefined) return holds(a - b);
    return missing ? false : 'Both sides must be ISO 8601 dates or Unix times.';
  };
}

const word =
  (wanted: boolean): Check =>
  ({ left }) =>
    left === wanted || (typeof left === 'string' && left.toLowerCase() === String(wanted));

const negated =
  (check: Check): Check =>
  (o) => {
    const verdict = check(o);
    return typeof verdict === 'boolean' ? !verdict : verdict;
  };

const rows = [
  ['equals', 'equals', true, isEqual],
  ['not_equals', 'does not equal', true, negated(isEqual)],
  ['is_one_of', 'is one of', true, isOneOf],
  ['is_not_one_of', 'is not one of', true, negated(isOneOf)],
  ['contains', 'contains', true, contains],
  ['not_contains', 'does not contain', true, negated(contains)],
  ['starts_with', 'starts with', true, (o) => texts(o, (l, r) => l.startsWith(r))],
  ['ends_with', 'ends with', true, (o) => texts(o, (l, r) => l.endsWith(r))],
  ['matches', 'matches pattern', true, () => 'This pattern is not compiled.'],
  ['greater_than', 'is greater than', true, numbers((d) => d > 0)],
  ['greater_or_equal', 'is greater than or equal to', true, numbers((d) => d >= 0)],
  ['less_than', 'is less than', true, numbers((d) => d < 0)],
  ['less_or_equal', 'is less than or equal to', true, numbers((d) => d <= 0)],
  ['exists', 'exists', false, (o) => !o.missing],
  ['not_exists', 'does not exist', false, (o) => o.missing],
  ['is_empty', 'is empty', false, isEmpty],
  ['is_not_empty', 'is not empty', false, negated(isEmpty)],
  ['is_true', 'is true', false, word(true)],
  ['is_false', 'is false', false, word(false)],
  ['before', 'is before', true, instants((d) => d < 0)],
  ['after', 'is after', true, instants((d) => d > 0)],
] as const satisfies readonly (readonly [string, string, boolean, Check])[];

export type Operator = (typeof rows)[number][0];

export type OperatorInfo = { id: Operator; label: string; takesRight: boolean };

export const operatorIds = rows.map(([id]) => id) as [Operator, ...Operator[]];

export const operatorList: readonly OperatorInfo[] = rows.map(([id, label, takesRight]) => ({
  id,
  label,
  takesRight,
}));

/** `matches` is not decided here: its pattern is compiled once, by whoever holds the condition. */
export const checks = Object.fromEntries(rows.map(([id, , , check]) => [id, check])) as Record<
  Operator,
  Check
>;
