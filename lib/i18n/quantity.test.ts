import { expect, test } from 'vitest';
import { bytes, duration, number, percent } from './quantity.ts';

test('numbers have groups and shares one digit', () => {
  expect(number(12_408, 'en')).toBe('12,408');
  expect(percent(0.0042, 'en')).toBe('0.4 %');
  expect(percent(1, 'ja')).toBe('100 %');
});

test('sizes are told in thousands, with one digit while it says something', () => {
  expect(bytes(812, 'en')).toBe('812 B');
  expect(bytes(4_400, 'en')).toBe('4.4 kB');
  expect(bytes(262_144, 'en')).toBe('262 kB');
  expect(bytes(999_960, 'en')).toBe('1 MB');
});

test('durations are told in the unit that fits', () => {
  expect(duration(0.31, 'en')).toBe('0.3 ms');
  expect(duration(38.2, 'en')).toBe('38 ms');
  expect(duration(1_240, 'en')).toBe('1.2 s');
  expect(duration(250_000, 'en')).toBe('4 min 10 s');
  expect(duration(3_600_000, 'en')).toBe('1 h');
  expect(duration(7_500_000, 'en')).toBe('2 h 5 min');
});
