import { expect, test } from 'vitest';
import { exactNumbers } from './exact-numbers.ts';

test('numbers too long to be kept are known by their paths, texts that look alike are not', () => {
  const text =
    '{"id":820982911946155500,"same":"820982911946155500","list":[1,{"n":12345678901234567891}],"big":1e999}';
  expect([...exactNumbers(text, 'body')]).toEqual(['body.id', 'body.list[1].n', 'body.big']);
});

test('a body without long numbers has none', () => {
  expect(exactNumbers('{"a":1,"b":"1234567890123456789","c":1e3}', 'body').size).toBe(0);
});
