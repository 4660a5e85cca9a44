import { expect, test } from 'vitest';
import { remaining, shortMoment } from './time.ts';

const now = Date.UTC(2026, 10, 24, 9, 0);

test('what is left is told in hours and minutes, never less than a minute', () => {
  expect(remaining(new Date(now + 85_260_000), now)).toBe('23 h 41 min');
  expect(remaining(new Date(now + 5 * 60_000), now)).toBe('5 min');
  expect(remaining(new Date(now - 1), now)).toBe('1 min');
});

test('a moment is short and in UTC', () => {
  expect(shortMoment(new Date(Date.UTC(2026, 11, 1, 9, 0)))).toBe('1 Dec, 09:00');
});
