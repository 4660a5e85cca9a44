import { expect, test } from 'vitest';
import type { Json } from '#lib/core/json.ts';
import { addedPart, typedField as typed } from './typed-field.ts';

const typedField = (before: Json, after: Json) => typed(before, after)?.path ?? null;
const row = (left: string, right: string) => ({ left, operator: 'equals', right });

test('letters in one field have its path, however deep it lies', () => {
  expect(typedField({ url: 'h' }, { url: 'ht' })).toBe('.url');
  expect(typedField({}, { url: 'h' })).toBe('.url');
  expect(typedField({ minutes: 5 }, {})).toBe('.minutes');
  expect(
    typedField({ all: [row('a', 'x'), row('b', 'y')] }, { all: [row('a', 'x'), row('b', 'yy')] }),
  ).toBe('.all.1.right');
});

test('letters in a name have its place, which stays while the name changes', () => {
  const [one, two, three] = [
    { f: 1, g: 2 },
    { f: 1, na: 2 },
    { f: 1, nam: 2 },
  ];
  expect(typedField({ headers: one }, { headers: two })).toBe('.headers name 1');
  expect(typedField({ headers: two }, { headers: three })).toBe('.headers name 1');
});

test('a part that comes, goes or moves, and a switch, are steps of their own', () => {
  const [a, b] = [row('a', 'x'), row('b', 'y')];
  expect(typedField({ all: [a] }, { all: [a, b] })).toBeNull();
  expect(typedField({ all: [a, b] }, { all: [b, a] })).toBeNull();
  expect(typedField({ body: { type: 'none' } }, { body: { type: 'json', value: {} } })).toBeNull();
  expect(typedField({ follow: true }, { follow: false })).toBeNull();
  expect(typedField({ a: 'x', b: 'y' }, { a: 'z', b: 'z' })).toBeNull();
});

test('a field knows whether it is filled for the first time', () => {
  expect(typed({ all: [row('', '')] }, { all: [row('{', '')] })?.wasEmpty).toBe(true);
  expect(typed({}, { url: 'h' })?.wasEmpty).toBe(true);
  expect(typed({ url: 'h' }, { url: 'ht' })?.wasEmpty).toBe(false);
  expect(typed({ headers: { f: 1 } }, { headers: { g: 1 } })?.wasEmpty).toBe(false);
});

test('a part put at the end of a list has its place; one that replaces or goes has none', () => {
  const [a, b] = [row('a', 'x'), row('b', 'y')];
  expect(addedPart({ all: [a] }, { all: [a, b] })).toBe('.all.1');
  expect(addedPart({}, { all: [a] })).toBe('.all.0');
  expect(addedPart({ all: [a, { any: [a] }] }, { all: [a, { any: [a, b] }] })).toBe('.all.1.any.1');
  expect(addedPart({ all: [{ ...a }, { any: [] }] }, { all: [a, { any: [b] }] })).toBe(
    '.all.1.any.0',
  );
  expect(addedPart({ all: [a] }, { all: [b, a] })).toBeNull();
  expect(addedPart({ all: [a] }, { all: [] })).toBeNull();
  expect(addedPart({ all: [a] }, { any: [a, b] })).toBeNull();
  expect(addedPart({ all: [a], on: 'x' }, { all: [a, b], on: 'y' })).toBeNull();
});
