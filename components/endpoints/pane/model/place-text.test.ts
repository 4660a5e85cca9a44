import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinPlace, splitPlace } from './place-text.ts';
import { joinWindow, splitWindow } from './window-text.ts';

test('a place that is taken apart and put together is the same place', () => {
  const kind = fc.constantFrom('header' as const, 'body' as const);
  fc.assert(
    fc.property(kind, fc.string(), (kind, name) => {
      expect(splitPlace(joinPlace({ kind, name }))).toEqual({ kind, name });
    }),
  );
  expect(joinPlace(splitPlace(null))).toBeNull();
});

test('a window keeps its length in whatever unit it is shown', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 * 86_400 }), (seconds) => {
      const { amount, unit } = splitWindow(seconds);
      expect(Number.isInteger(amount)).toBe(true);
      expect(joinWindow(amount, unit)).toBe(seconds);
    }),
  );
});

test('a day is 24 hours, a week 7 days, ninety seconds stay seconds', () => {
  expect(splitWindow(86_400)).toEqual({ amount: 24, unit: 'hours' });
  expect(splitWindow(7 * 86_400)).toEqual({ amount: 7, unit: 'days' });
  expect(splitWindow(90)).toEqual({ amount: 90, unit: 'seconds' });
  expect(splitWindow(120)).toEqual({ amount: 2, unit: 'minutes' });
});
