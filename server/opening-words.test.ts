import { expect, test } from 'vitest';
import { localUrl, openingWords } from './opening-words.ts';

test('an address that stands for all of them is printed as one that a person can open', () => {
  expect(localUrl('0.0.0.0', 3000)).toBe('http://localhost:3000');
  expect(localUrl('::', 3000)).toBe('http://localhost:3000');
  expect(localUrl('::1', 8080)).toBe('http://[::1]:8080');
  expect(localUrl('10.0.0.7', 80)).toBe('http://10.0.0.7:80');
});

test('the printed block names the URL, where the data is and the one-time link, and nothing that is not there', () => {
  const words = openingWords({
    url: 'http://localhost:3000',
    role: 'all',
    dataFolder: '/srv/data',
    database: '/srv/data/postgres',
    claimLink: 'http://localhost:3000/start?code=ABCD',
  });
  expect(words).toMatch(/Open +http:\/\/localhost:3000\n/);
  expect(words).toMatch(/Claim it +http:\/\/localhost:3000\/start\?code=ABCD\n/);
  expect(words).toMatch(/Data +\/srv\/data\n/);
  expect(words).not.toContain('Role');
  expect(words).not.toContain('undefined');
});
