import { expect, test } from 'vitest';
import { unstorableAt } from './storable-text.ts';

test('a NUL or half a surrogate pair is found wherever it stands, keys included', () => {
  expect(unstorableAt({ a: ['fine', { b: 'x\0y' }] })).toBe('a.1.b');
  expect(unstorableAt({ a: '\ud800' })).toBe('a');
  expect(unstorableAt({ 'k\0': 1 })).not.toBeNull();
  expect(unstorableAt('\0')).toBe('');
});

test('whole emoji, control characters and every other text can be kept', () => {
  expect(unstorableAt({ a: '😀', b: ['\u0001', '\u007f', ''], c: null, d: 1 })).toBeNull();
});
