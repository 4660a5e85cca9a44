import { expect, test } from 'vitest';
import { textIn } from '#lib/i18n/text-in.ts';
import { foundWords } from './found-words.ts';

const check = (status: 'verified' | 'failed', detail: string) => ({
  ...{ status, detail, scheme: 'github', secretId: null },
});

test('English shows the stored sentence', () => {
  const found = check('failed', 'The header x-sig holds no signature.');
  expect(foundWords(found, textIn('en'))).toBe('The header x-sig holds no signature.');
});

test('another language shows no English sentence', () => {
  const ja = textIn('ja');
  expect(foundWords(check('verified', 'The signature matches.'), ja)).toMatch(/署名/);
  expect(foundWords(check('failed', 'The header x-sig holds no signature.'), ja)).toBe('');
});
