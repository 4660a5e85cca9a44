import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonInLines, jsonInOneLine, oneLineGap } from './json-in-lines.ts';

test('JSON in one line gets the line breaks that everybody knows', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(jsonInLines(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

test('numbers, escapes and repeated keys stay as they are written', () => {
  expect(jsonInLines('{"a":1.0, "a":12345678901234567890,"b":"\\u0041\\"{,"}')).toBe(
    '{\n  "a": 1.0,\n  "a": 12345678901234567890,\n  "b": "\\u0041\\"{,"\n}',
  );
});

test('what isn’t JSON, has lines of its own or is too deep stays as it came', () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  for (const text of ['', 'a=1&b=2', '{"a":', '\ufeff{"a":1}', '{\n"a":1}', deep]) {
    expect(jsonInLines(text)).toBe(text);
  }
});

test('what was put in lines goes back into its one line, byte by byte', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = JSON.stringify(value);
      expect(jsonInOneLine(jsonInLines(text), '')).toBe(text);
    }),
  );
  const spaced = '{"a": [1.0, 12345678901234567890], "b": "\\u0041, :"}';
  expect(oneLineGap(spaced)).toBe(' ');
  expect(jsonInOneLine(jsonInLines(spaced), ' ')).toBe(spaced);
});

test('texts in lines, of another order or not JSON keep to no line', () => {
  for (const text of ['{\n"a":1}', '{ "a":1 }', '{"a":', 'a=1']) {
    expect(oneLineGap(text)).toBeNull();
  }
  expect(jsonInOneLine('{"a":', '')).toBe('{"a":');
});
