import { expect, test } from 'vitest';
import { textIn } from '#lib/i18n/text-in.ts';
import type { ApiFailure } from './call-api.ts';
import { failureWords } from './failure-words.ts';

const refused: ApiFailure = { kind: 'refused', status: 409, code: '', detail: '', errors: [] };
const conflict = { ...refused, code: 'revision_conflict', detail: 'Somebody was first.' };

test('English is the server’s own sentence, other languages first say what its code means', () => {
  expect(failureWords(conflict, textIn('en'))).toBe('Somebody was first.');
  expect(failureWords(conflict, textIn('ja'))).toMatch(/^ほかの人が先に.*Somebody was first/);
});

test('a code that nobody knows leaves the server’s sentence, and silence means unreachable', () => {
  expect(failureWords({ ...conflict, code: 'new_one' }, textIn('ja'))).toBe('Somebody was first.');
  expect(failureWords({ ...conflict, detail: '' }, textIn('en'))).toContain('could not be reached');
});
