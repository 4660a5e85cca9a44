import { expect, test } from 'vitest';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { type CountKey, type TextKey, textCount, textOf } from './text.ts';
import { textIn } from './text-in.ts';

const text = textIn('en');
const keys = Object.keys(en) as TextKey[];

test('values stand where their names stand, and nothing else is replaced', () => {
  expect(text('signin.lead', { workspace: 'A {count} $& B' })).toBe('to A {count} $& B');
  expect(text('signin.lead')).toBe('to {workspace}');
});

test('English texts are sentence case without exclamation marks', () => {
  for (const key of keys) {
    expect(en[key], key).not.toMatch(/!/);
    expect(en[key].trim(), key).toBe(en[key]);
  }
});

test('both languages have the same texts, with the same values in them', () => {
  expect(Object.keys(ja).sort()).toEqual([...keys].sort());
  for (const key of keys) {
    expect(ja[key].trim(), key).not.toBe('');
    // A singular may write its number out.
    if (!key.endsWith('.one')) expect(names(ja[key]), key).toEqual(names(en[key]));
  }
});

test('a text that counts has a singular and a plural', () => {
  const all = new Set<string>(keys);
  for (const key of all) {
    if (key.endsWith('.one')) expect(all.has(key.replace(/one$/, 'other')), key).toBe(true);
  }
});

test('a count picks the form of its language and is written in digits with groups', () => {
  const texts = { 'x.one': '{count} row of {name}', 'x.other': '{count} rows of {name}' };
  const counting = textOf('en', texts as never);
  const count = (n: number) => textCount(counting, 'x' as CountKey, { count: n, name: 'A' });
  expect(count(1)).toBe('1 row of A');
  expect(count(0)).toBe('0 rows of A');
  expect(count(1204)).toBe('1,204 rows of A');
  expect(textCount(textOf('ja', texts as never), 'x' as CountKey, 1)).toBe('1 rows of {name}');
});

function names(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g))].sort();
}
