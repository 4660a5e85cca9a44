import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repeatedKeys } from './repeated-keys.ts';

test('a key that stands twice in one object is found with its path and its count', () => {
  const text =
    '{"a":1,"b":[{"x":1},{"x":"{,\\"x\\"","x":[2,3],"x":3}],"a":{"c":1,"c d":2,"c d":3}}';
  expect([...repeatedKeys(text, 'body')]).toEqual([
    ['body.b[1].x', 3],
    ['body.a', 2],
    ['body.a["c d"]', 2],
  ]);
});

test('whatever is written from a value repeats nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(repeatedKeys(JSON.stringify(value, null, 1), 'body').size).toBe(0);
    }),
  );
});
