import { expect, test } from 'vitest';
import { ago, clockTime, fullMoment, remaining, shortDay, shortMoment } from './time.ts';

const now = Date.UTC(2026, 10, 24, 9, 0);
const english = { locale: 'en', zone: 'UTC' } as const;
const tokyo = { locale: 'ja', zone: 'Asia/Tokyo' } as const;

test('what is left is told in hours and minutes, never less than a minute', () => {
  expect(remaining(new Date(now + 85_260_000), now)).toBe('23 h 41 min');
  expect(remaining(new Date(now + 5 * 60_000), now)).toBe('5 min');
  expect(remaining(new Date(now - 1), now)).toBe('1 min');
  expect(remaining(new Date(now + 85_260_000), now, 'ja')).toBe('23 時間 41 分');
});

test('a moment is short and in the zone and language of the reader', () => {
  const at = new Date(Date.UTC(2026, 11, 1, 9, 0));
  expect(shortMoment(at, english)).toBe('1 Dec, 09:00');
  expect(shortMoment(at, tokyo)).toBe('12月1日 18:00');
  expect(shortDay(at, english)).toBe('1 Dec');
  expect(fullMoment(at, english)).toBe('1 December 2026 at 09:00:00 UTC');
});

test('midnight is 00, and milliseconds stand apart', () => {
  const at = new Date(Date.UTC(2026, 10, 24, 0, 1, 2, 7));
  expect(clockTime(at, english)).toEqual({ time: '00:01:02', ms: '.007' });
});

test('the past is told in the unit that fits', () => {
  expect(ago(now - 20_000, now, 'en')).toBe('now');
  expect(ago(now - 3 * 60_000, now, 'en')).toBe('3 minutes ago');
  expect(ago(now - 26 * 3_600_000, now, 'en')).toBe('yesterday');
  expect(ago(now + 2 * 3_600_000, now, 'ja')).toBe('2 時間後');
});
