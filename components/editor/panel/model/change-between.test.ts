import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeBetween } from './change-between.ts';

test('only what differs is changed, and the change makes the other text', () => {
  expect(changeBetween('same', 'same')).toBeNull();
  expect(changeBetween('https://', 'https://desk')).toEqual({ from: 8, to: 8, insert: 'desk' });
  const texts = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const change = changeBetween(before, after);
      const made = change
        ? before.slice(0, change.from) + change.insert + before.slice(change.to)
        : before;
      expect(made).toBe(after);
    }),
  );
});
