import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Json } from '#lib/core/json.ts';
import { evaluateJsonata } from './jsonata.ts';
import { evaluateJsonPath } from './jsonpath.ts';
import { compileRegex } from './regex.ts';
import { renderText, renderValue } from './template.ts';
import { evaluateXPath } from './xpath.ts';

const corpora = process.env.HOOKLINE_CORPORA ?? path.resolve('../shared/corpora');
const there = existsSync(path.join(corpora, 'jsonpath-cts.json'));

function corpus<T>(name: string): T[] {
  if (!there) return [];
  const read = JSON.parse(readFileSync(path.join(corpora, name), 'utf8')) as T[] | { tests: T[] };
  return Array.isArray(read) ? read : read.tests;
}

test(`the corpora of expressions are ${there ? 'there' : 'absent, so only our own vectors ran'}`, () => {
  expect(corpora).not.toBe('');
});

describe('JSONPath', () => {
  const find = (expression: string, data: Json) => {
    const found = evaluateJsonPath(expression, data);
    return found.ok ? found.value : found.error.code;
  };

  test('nodes come with their normalized paths', () => {
    expect(find('$.a[?@.b > 1].b', { a: [{ b: 1 }, { b: 2 }] })).toEqual([
      { path: "$['a'][1]['b']", value: 2 },
    ]);
  });

  test('members of prototypes and lengths are not found', () => {
    expect(find('$.__proto__.polluted', {})).toEqual([]);
    expect(find("$['constructor']['name']", {})).toEqual([]);
    expect(find('$.a.length', { a: [1, 2] })).toEqual([]);
  });

  test('patterns are linear: a nested quantifier answers at once', () => {
    expect(find("$[?match(@, '(a+)+')]", [`${'a'.repeat(5000)}!`])).toEqual([]);
    expect(find("$[?search(@, 'b.d')]", ['abcd', 'ab\nd'])).toHaveLength(1);
    expect(find("$[?match(@, '\\\\d+')]", ['12'])).toEqual([]);
  });

  test('a result without end is cut off', () => {
    const data = { a: { b: { c: { d: [1, 2, 3, { e: { f: [1, 2, 3] } }] } } } };
    expect(find(`$${'..*'.repeat(12)}`, data)).toSatisfy(
      (found) => Array.isArray(found) || found === 'invalid_value',
    );
    const wide = Array.from({ length: 10_001 }, (_, index) => index);
    expect(find('$[*]', wide)).toBe('invalid_value');
  });

  test.each(['', '$.', '$[', 'a.b', '$[?foo(@)]', '$[?has(@, "a")]'])('%j is refused', (bad) => {
    expect(find(bad, {})).toBe('invalid_expression');
  });

  type Case = { name: string; selector: string; document?: Json; invalid_selector?: boolean };
  type Expected = { result?: Json[]; results?: Json[][]; result_paths?: string[] };
  const cases = corpus<Case & Expected>('jsonpath-cts.json');
  if (cases.length > 0) {
    test.each(cases)('RFC 9535: $name', (vector) => {
      const found = evaluateJsonPath(vector.selector, vector.document ?? null);
      expect(found.ok).toBe(vector.invalid_selector !== true);
      if (!found.ok) return;
      const values = found.value.map((node) => node.value);
      expect(vector.results ?? [vector.result]).toContainEqual(values);
      if (vector.result_paths) {
        expect(found.value.map((node) => node.path)).toEqual(vector.result_paths);
      }
    });
  }
});

describe('JSONata', () => {
  const run = async (expression: string, data: Json = {}) => {
    const result = await evaluateJsonata(expression, data, 500);
    return result.ok ? result.value : result.error.code;
  };

  test('transforms data', async () => {
    const data = { items: [{ n: 1 }, { n: 2 }] };
    expect(await run('{"sum": $sum(items.n), "all": items.n}', data)).toEqual({
      sum: 3,
      all: [1, 2],
    });
    expect(await run('nothing', data)).toBeNull();
    expect(await run('$sum', data)).toBeNull();
    expect(await run('{"f": function($x){$x}, "a": 1}', data)).toEqual({ a: 1 });
  });

  test('its patterns run in linear time and find what they should', async () => {
    expect(await run(`$match("a1b22", /[0-9]+/).match`)).toEqual(['1', '22']);
    expect(await run(`$replace("a1b22", /([0-9]+)/, "<$1>")`)).toBe('a<1>b<22>');
    expect(await run(`$split("a, b;c", /[,;] */)`)).toEqual(['a', 'b', 'c']);
    expect(await run(`$contains("ABC", /b/i)`)).toBe(true);
    expect(await run(`$contains("${'a'.repeat(3000)}!", /^(a+)+$/)`)).toBe(false);
    expect(await run(`$contains("x", /(?=x)/)`)).toBe('invalid_value');
  });

  test('recursion and loops without end are stopped', async () => {
    expect(await run('($f := function($n){ 1 + $f($n + 1) }; $f(0))')).toBe('invalid_value');
    expect(await run('($f := function(){ $f() }; $f())')).toBe('invalid_value');
    expect(await run('[1..10000000]')).toBe('invalid_value');
  });

  test('prototypes are out of reach', async () => {
    for (const expression of [
      '__proto__',
      'constructor',
      'a.constructor.constructor',
      '$eval("__proto__")',
    ]) {
      expect(await run(expression, { a: 'x' })).toBeNull();
    }
  });

  test.each(['{', 'a.', '$sum(', '"'])('%j is refused', async (bad) => {
    expect(await run(bad)).toBe('invalid_expression');
  });
});

describe('XPath', () => {
  const xml =
    '<?xml version="1.0"?><o xmlns:x="urn:x" id="7"><i>a</i><i n="2">b</i><x:p>q</x:p><z>00123</z></o>';
  const find = (expression: string, text: Json = xml) => {
    const found = evaluateXPath(expression, text);
    return found.ok ? found.value : found.error.code;
  };

  test.each<[string, Json]>([
    ['/o/@id', ['7']],
    ['//i/text()', ['a', 'b']],
    ['//i', ['a', { '@n': '2', '#text': 'b' }]],
    ['count(//i)', 2],
    ['string(/o/z)', '00123'],
    ['/o/@id = 7', true],
    ['//x:p', ['q']],
    ['//nothing', []],
    ['number("x")', null],
  ])('%s is %j', (expression, expected) => {
    expect(find(expression)).toEqual(expected);
  });

  test.each([
    '//',
    'a[',
    "unparsed-text('file:///etc/passwd')",
    "document('http://127.0.0.1:9/')",
    '//y:p',
    '$v',
  ])('%s is refused', (bad) => {
    expect(find(bad)).toBe('invalid_expression');
  });

  test('only well-formed XML without a DTD of its own is looked at', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
    for (const bad of ['<a>', 'text', bomb, { a: 1 }])
      expect(find('//a', bad)).toBe('invalid_value');
  });
});

describe('regular expressions', () => {
  test('a match comes with its place and groups', () => {
    const compiled = compileRegex('(?<year>[0-9]{4})-([0-9]+)(x)?');
    expect(compiled.ok && compiled.value.find('at 2026-11')).toEqual({
      match: '2026-11',
      index: 3,
      groups: ['2026', '11', null],
      named: { year: '2026' },
    });
  });

  test.each(['(', '(?=x)', '\\1', 'a{99999999}', '(?<n>a)(?<n>b)', 'x'.repeat(2001)])(
    '%s is refused',
    (pattern) => {
      expect(compileRegex(pattern)).toMatchObject({ error: { code: 'invalid_expression' } });
    },
  );

  type Redos = {
    id: string;
    pattern: string;
    input: { [key: string]: string } & { count: number };
  };
  const own: Redos[] = [
    {
      id: 'own',
      pattern: '^(a+)+$',
      input: { prefix: '', unit: 'a', count: 50_000, suffix: '!' } as never,
    },
  ];
  test.each([...own, ...corpus<Redos>('nasty-bodies/redos.json')])(
    'a hostile pattern is answered or refused: $id',
    ({ pattern, input }) => {
      const { prefix, unit, count, suffix } = input;
      const compiled = compileRegex(pattern);
      if (compiled.ok) compiled.value.find(`${prefix}${unit?.repeat(count)}${suffix}`);
      expect(compiled.ok || compiled.error.code === 'invalid_expression').toBe(true);
    },
  );
});

const naughty = corpus<string>('naughty-strings.json');
test('naughty strings are data, in templates and as templates', () => {
  for (const text of [...naughty, '{{body}}', '\u0000', '\ud800']) {
    expect(renderValue('{{body.text}}', { body: { text } }, [])).toBe(text);
    expect(renderText('<{{body.text}}>', { body: { text } }, [])).toBe(`<${text}>`);
    expect(typeof renderText(text, { body: {} }, [])).toBe('string');
  }
});
