import { expect, test } from 'vitest';
import { en } from './en.ts';
import { type TextKey, textIn } from './text.ts';

const text = textIn('en');

test('values stand where their names stand, and nothing else is replaced', () => {
  expect(text('signin.lead', { workspace: 'A {count} $& B' })).toBe('to A {count} $& B');
  expect(text('signin.lead')).toBe('to {workspace}');
});

test('texts are sentence case without exclamation marks', () => {
  for (const key of Object.keys(en) as TextKey[]) {
    expect(en[key], key).not.toMatch(/!/);
    expect(en[key].trim(), key).toBe(en[key]);
  }
});
