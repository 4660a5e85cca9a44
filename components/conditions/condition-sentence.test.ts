import { expect, test } from 'vitest';
import { textIn } from '#lib/i18n/text-in.ts';
import { conditionParts, conditionSentence } from './condition-sentence.ts';

const paid = { left: 'body.financial_status', operator: 'equals', right: '"paid"' } as const;

test('a condition is said in the order of the language', () => {
  expect(conditionSentence(paid, textIn('en'))).toBe('body.financial_status equals "paid"');
  expect(conditionSentence(paid, textIn('ja'))).toBe('body.financial_status が "paid" と等しい');
});

test('what turns a verdict round is said of the whole', () => {
  const turned = { ...paid, not: true, caseInsensitive: true };
  expect(conditionSentence(turned, textIn('en'))).toBe(
    'not: body.financial_status equals "paid" (ignoring case)',
  );
});

test('a value that looks like a place for one stays as it is', () => {
  const odd = { left: '{right}', operator: 'contains', right: '{left}' } as const;
  expect(conditionParts(odd, textIn('en'))).toEqual([
    { kind: 'left', text: '{right}' },
    { kind: 'words', text: ' contains ' },
    { kind: 'right', text: '{left}' },
  ]);
});
