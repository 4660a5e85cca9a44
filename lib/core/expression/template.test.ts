import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#lib/core/json.ts';
import {
  parseTemplate,
  renderHeader,
  renderText,
  renderUrl,
  renderValue,
  TemplateCache,
  templateProblems,
} from './template.ts';

const scope = {
  body: {
    id: 7,
    name: 'Ann & Bob',
    none: null,
    ok: true,
    items: [{ sku: 'a' }, { sku: 'b' }],
    'any key': 'quoted',
    'a.b': 'dotted',
    ünïcode: 'u',
    nested: { deep: [1, [2]] },
  },
  headers: { 'x-github-event': 'push' },
  steps: { call: { output: { status: 200 } } },
  path: '/a b',
};
const value = (text: Json) => renderValue(text, scope, []);
const text = (template: string, warnings: string[] = []) => renderText(template, scope, warnings);

describe('paths', () => {
  test.each([
    ['{{body.id}}', 7],
    ['{{ body.id }}', 7],
    ['{{body.items[1].sku}}', 'b'],
    ['{{body.items.1.sku}}', 'b'],
    ['{{body["any key"]}}', 'quoted'],
    ["{{body['any key']}}", 'quoted'],
    ['{{body["a.b"]}}', 'dotted'],
    ['{{body.ünïcode}}', 'u'],
    ['{{headers.x-github-event}}', 'push'],
    ['{{headers["x-github-event"]}}', 'push'],
    ['{{steps.call.output.status}}', 200],
    ['{{body.nested.deep[1][0]}}', 2],
    ['{{body.ok}}', true],
    ['{{body.none}}', null],
    ['{{path}}', '/a b'],
  ])('%s reads its value with its type', (template, expected) => {
    expect(value(template)).toEqual(expected);
  });

  test.each([
    '{{body.constructor}}',
    '{{body.__proto__}}',
    '{{body["__proto__"]["toString"]}}',
    '{{body.items.length}}',
    '{{body.items.map}}',
    '{{body.name.length}}',
    '{{body.items[9].sku}}',
    '{{body.none.x}}',
    '{{body.id.x}}',
  ])('%s finds nothing: only own members count', (template) => {
    expect(value(template)).toBeNull();
  });

  test('a key named __proto__ in the data is plain data', () => {
    const body = JSON.parse('{"__proto__": {"x": 1}}');
    expect(renderValue('{{body.__proto__.x}}', { body }, [])).toBe(1);
  });
});

describe('rendering', () => {
  test('values inside text become text, objects become JSON, null becomes nothing', () => {
    expect(text('{{body.id}}/{{body.ok}}/{{body.none}}/{{body.items}}')).toBe(
      '7/true//[{"sku":"a"},{"sku":"b"}]',
    );
  });

  test('a missing path inside text is empty and warned about', () => {
    const warnings: string[] = [];
    expect(text('a{{body.nope}}b', warnings)).toBe('ab');
    expect(warnings).toEqual(['body.nope is missing; an empty text stands in its place.']);
  });

  test('a missing path as a whole value is null without a warning', () => {
    const warnings: string[] = [];
    expect(renderValue({ a: '{{body.nope}}' }, scope, warnings)).toEqual({ a: null });
    expect(warnings).toEqual([]);
  });

  test('rendering goes deep, leaves keys alone and copies __proto__ as data', () => {
    const settings = JSON.parse(
      '{"list":["{{body.id}}",{"{{k}}":"n {{body.id}}"}],"__proto__":{"p":"{{body.ok}}"}}',
    );
    const rendered = renderValue(settings, scope, []);
    expect(JSON.stringify(rendered)).toBe('{"list":[7,{"{{k}}":"n 7"}],"__proto__":{"p":true}}');
    expect(({} as { p?: unknown }).p).toBeUndefined();
  });

  test('what a value holds is never read as a template again', () => {
    expect(renderValue('{{body.x}} {{body.x}}', { body: { x: '{{body.y}}' } }, [])).toBe(
      '{{body.y}} {{body.y}}',
    );
  });

  test('a backslash keeps braces as they are', () => {
    expect(text('\\{{body.id}}')).toBe('{{body.id}}');
    expect(text('\\\\{{body.id}}')).toBe('\\7');
    expect(text('\\\\\\{{body.id}}')).toBe('\\{{body.id}}');
    expect(text('a\\b {{body.id}}')).toBe('a\\b 7');
    expect(text('}} { {} }')).toBe('}} { {} }');
  });

  test('values in a URL are percent-encoded, a URL that is one template is not', () => {
    const body = { id: 'a/b?c', url: 'https://x.example/?a=1', bad: '\ud800' };
    expect(renderUrl('https://x.example/{{body.id}}?u={{body.url}}', { body }, [])).toBe(
      'https://x.example/a%2Fb%3Fc?u=https%3A%2F%2Fx.example%2F%3Fa%3D1',
    );
    expect(renderUrl('{{body.url}}', { body }, [])).toBe('https://x.example/?a=1');
    expect(renderUrl('x/{{body.bad}}', { body }, [])).toBe('x/%EF%BF%BD');
  });

  test.each(['a\r\nb', 'a\nb', 'a\rb', 'a\0b'])('a header with %j is refused', (bad) => {
    const rendered = renderHeader('v {{body.bad}}', { body: { bad } }, []);
    expect(rendered).toMatchObject({ ok: false, error: { code: 'invalid_value' } });
  });

  test('settings nested without end are cut, not crashed on', () => {
    const warnings: string[] = [];
    const deep = JSON.parse(`${'['.repeat(3000)}"{{body.id}}"${']'.repeat(3000)}`);
    renderValue(deep, scope, warnings);
    expect(warnings).toHaveLength(1);
  });
});

describe('problems', () => {
  test.each([
    '{{}}',
    '{{ }}',
    '{{body.id',
    '{{body.id}',
    '{{body..id}}',
    '{{body.}}',
    '{{body[x]}}',
    '{{body[-1]}}',
    '{{body["a]}}',
    '{{1 + 1}}',
    '{{body.id | upper}}',
    '{{body.f()}}',
    '{{nope.id}}',
    '{{constructor}}',
    '{{__proto__}}',
    '{{#each body}}',
    '{{{body}}}',
    'x {{body.id}} {{y}}',
  ])('%s is refused with a sentence', (template) => {
    const parsed = parseTemplate(template);
    expect(parsed).toMatchObject({ ok: false, error: { code: 'invalid_expression' } });
  });

  test('problems are named by their place', () => {
    const found = templateProblems({ a: ['ok', '{{nope}}'], b: { c: '{{' }, d: '{{body}}' });
    expect(found.map((problem) => problem.path)).toEqual(['a.1', 'b.c']);
  });
});

test('a text without braces renders as itself, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      fc.pre(!any.includes('{{'));
      expect(renderText(any, scope, [])).toBe(any);
    }),
  );
});

test('any key that JSON can hold is reached by its quoted form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), (key, held) => {
      const body = JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(held)}}`);
      const template = `{{body[${JSON.stringify(key)}]}}`;
      expect(JSON.stringify(renderValue(template, { body }, []))).toBe(JSON.stringify(held));
    }),
  );
});

test('no text crashes the parser, and what it accepts renders', () => {
  const pieces = fc.constantFrom('{{', '}}', 'body', '.', '[', ']', '"', "'", '0', '\\', ' ', 'x');
  const cache = new TemplateCache();
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      expect(typeof cache.text(parts.join(''), scope, [])).toBe('string');
    }),
  );
});
