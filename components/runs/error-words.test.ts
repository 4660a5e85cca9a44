import { expect, test } from 'vitest';
import { textIn } from '#lib/i18n/text-in.ts';
import { errorWords } from './error-words.ts';

const blocked = { code: 'egress_blocked', message: 'x is inside a private network.' };

test('English is what the server said', () => {
  expect(errorWords(blocked, textIn('en'))).toBe(blocked.message);
});

test('Japanese says first what the code means, then what the server said', () => {
  const words = errorWords(blocked, textIn('ja'));
  expect(words).toMatch(/^内部ネットワーク/);
  expect(words).toContain(blocked.message);
  expect(errorWords({ code: 'http_503', message: 'busy' }, textIn('ja'))).toMatch(/エラー.*busy/);
});

test('a code without words of its own is told as it came', () => {
  expect(errorWords({ code: 'of_tomorrow', message: 'It broke.' }, textIn('ja'))).toBe('It broke.');
});
