import { kindOf, type ValueKind } from '#components/values/value-tree.ts';
import { asInstant, asNumber } from '#lib/core/expression/compare.ts';
import type { ConditionRow } from '#lib/core/expression/condition.ts';
import { type Operator, operatorList } from '#lib/core/expression/operators.ts';
import { TemplateCache } from '#lib/core/expression/template.ts';
import type { Json } from '#lib/core/json.ts';
import type { Part } from './condition-rows.ts';

type OperatorMenu = Readonly<Record<'fitting' | 'any' | 'other', Operator[]>>;

const anyValue: readonly Operator[] = ['exists', 'not_exists', 'is_empty', 'is_not_empty'];
const numeric: readonly Operator[] = [
  'greater_than',
  'greater_or_equal',
  'less_than',
  'less_or_equal',
];
const moments: readonly Operator[] = ['before', 'after'];
const same: readonly Operator[] = ['equals', 'not_equals', 'is_one_of', 'is_not_one_of'];
const words: readonly Operator[] = [
  'contains',
  'not_contains',
  'starts_with',
  'ends_with',
  'matches',
];

const fitting: Readonly<Record<ValueKind, readonly Operator[]>> = {
  text: [...same, ...words],
  number: ['equals', 'not_equals', ...numeric, 'is_one_of', 'is_not_one_of'],
  boolean: ['is_true', 'is_false', 'equals', 'not_equals'],
  null: [],
  list: ['contains', 'not_contains'],
  object: ['contains', 'not_contains'],
};

/** The left side as the sample has it. */
export function leftOf(row: ConditionRow, scope: object): { value: Json; missing: boolean } {
  return new TemplateCache().operand(row.left, scope, []);
}

/** Operators that fit the sample's value first. */
export function operatorMenu(row: ConditionRow, scope: object): OperatorMenu {
  const left = leftOf(row, scope);
  const fits = new Set(left.missing ? [] : fittingOperators(left.value));
  const menu: Record<keyof OperatorMenu, Operator[]> = { fitting: [], any: [], other: [] };
  for (const { id: operator } of operatorList) {
    menu[place(operator, fits)].push(operator);
  }
  return menu;
}

function place(operator: Operator, fits: ReadonlySet<Operator>): keyof OperatorMenu {
  if (fits.has(operator)) return 'fitting';
  return anyValue.includes(operator) ? 'any' : 'other';
}

function fittingOperators(value: Json): readonly Operator[] {
  const own = fitting[kindOf(value)];
  if (typeof value !== 'string') return own;
  if (asNumber(value) !== undefined) return [...own, ...numeric];
  return asInstant(value) === undefined ? own : [...own, ...moments];
}

export function takesRight(operator: Operator): boolean {
  return operatorList.find(({ id }) => id === operator)?.takesRight ?? false;
}

/** Both sides it needs are there: only then does its verdict say something. */
export function isFilled({ left, operator, right }: ConditionRow): boolean {
  if (isBlank(left)) return false;
  return !takesRight(operator) || !isBlank(right);
}

/** A group is, when all in it are, and there is something in it. */
export function isFilledPart(part: Part): boolean {
  if (part.kind === 'row') return isFilled(part.row);
  return part.parts.length > 0 && part.parts.every(isFilledPart);
}

function isBlank(side: Json | undefined): boolean {
  return side === undefined || side === '' || (Array.isArray(side) && side.length === 0);
}

export type RightEditor = 'none' | 'list' | 'number' | 'moment' | 'value' | 'text';

/** How the right side of a row is typed in. */
export function rightEditor(operator: Operator): RightEditor {
  if (!takesRight(operator)) return 'none';
  if (operator === 'is_one_of' || operator === 'is_not_one_of') return 'list';
  if (numeric.includes(operator)) return 'number';
  if (moments.includes(operator)) return 'moment';
  return operator === 'equals' || operator === 'not_equals' ? 'value' : 'text';
}

/** The right side after a change of operator: as much of it as still makes sense. */
export function rightFor(operator: Operator, right: Json | undefined): Json | undefined {
  const editor = rightEditor(operator);
  if (editor === 'none') return undefined;
  if (editor === 'list') {
    if (Array.isArray(right)) return right;
    return right === undefined || right === '' || right === null ? [] : [right];
  }
  if (Array.isArray(right)) return right[0] ?? '';
  return right ?? '';
}

/** Equality is typed, so what people type becomes what the other side is. */
export function typedLike(text: string, like: Json): Json {
  const trimmed = text.trim();
  if (typeof like === 'number') return isPlainNumber(trimmed) ? Number(trimmed) : text;
  if (typeof like === 'boolean' && /^(?:true|false)$/i.test(trimmed)) {
    return trimmed.toLowerCase() === 'true';
  }
  return text;
}

/** Only what JSON would write the same way: 007 and 1e3 stay as they were typed. */
function isPlainNumber(text: string): boolean {
  return text !== '' && String(Number(text)) === text && Number.isFinite(Number(text));
}
