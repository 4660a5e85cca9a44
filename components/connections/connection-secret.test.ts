import { expect, test } from 'vitest';
import { isComplete, secretBody } from './connection-secret.ts';

const typed = { token: 'tok', username: 'mika', password: 'pass', name: 'x-key', value: 'v' };

test('a connection is sent with the fields of its kind and no others', () => {
  expect(secretBody('bearer', typed)).toEqual({ type: 'bearer', token: 'tok' });
  expect(secretBody('basic', typed)).toEqual({
    type: 'basic',
    username: 'mika',
    password: 'pass',
  });
  expect(secretBody('query', typed)).toEqual({ type: 'query', name: 'x-key', value: 'v' });
});

test('a connection can be saved once every field of its kind is filled', () => {
  expect(isComplete('header', typed)).toBe(true);
  expect(isComplete('header', { name: 'x-key' })).toBe(false);
  expect(isComplete('basic', { username: 'mika', password: '' })).toBe(false);
});
