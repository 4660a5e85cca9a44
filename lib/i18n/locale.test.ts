import { expect, test } from 'vitest';
import { localeOf } from './locale.ts';

test('a chosen language beats what the browser asks for', () => {
  expect(localeOf('ja', 'en-GB,en;q=0.9')).toBe('ja');
  expect(localeOf('tlh', 'ja')).toBe('ja');
});

test('the browser’s languages are taken by weight, and what we don’t speak is skipped', () => {
  expect(localeOf(undefined, 'ja-JP,ja;q=0.9,en;q=0.8')).toBe('ja');
  expect(localeOf(undefined, 'en;q=0.5, JA;q=0.7')).toBe('ja');
  expect(localeOf(undefined, 'fr-CH, fr;q=0.9, en;q=0.8, ja;q=0.1')).toBe('en');
  expect(localeOf(undefined, 'ja;q=0, fr')).toBe('en');
});

test('English where nothing is known', () => {
  expect(localeOf(undefined, null)).toBe('en');
  expect(localeOf(undefined, '*')).toBe('en');
  expect(localeOf(undefined, ';;,q=')).toBe('en');
});
