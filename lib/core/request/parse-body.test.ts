import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { parseBody } from './parse-body.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (type: string | null, text: string) => parseBody(type, bytes(text));

afterEach(() => {
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

describe('JSON', () => {
  test('is taken by its type, also with a suffix, in any case, with parameters', () => {
    const types = [
      'application/json',
      'APPLICATION/JSON; charset="UTF-8"',
      'application/vnd.github.v3+json',
      'application/cloudevents+json; q=1;;',
      'text/json',
    ];
    for (const type of types) {
      expect(parse(type, '{"a":1}')).toEqual({ state: 'ok', value: { a: 1 } });
    }
  });

  test('is not looked for in text, but in a body without a type', () => {
    expect(parse('text/plain', '{"a":1}')).toEqual({ state: 'ok', value: '{"a":1}' });
    expect(parse(null, ' {"a":1}')).toEqual({ state: 'ok', value: { a: 1 } });
    expect(parse(null, '{"a":')).toEqual({ state: 'failed', value: '{"a":' });
    expect(parse(null, 'hello')).toEqual({ state: 'ok', value: 'hello' });
  });

  test('that does not parse is its text', () => {
    expect(parse('application/json', "{'a': 1}")).toEqual({ state: 'failed', value: "{'a': 1}" });
  });

  test('numbers that JavaScript would round are kept as their text', () => {
    const { value } = parse(
      'application/json',
      '{"id":12345678901234567890,"small":-9007199254740993,"ok":9007199254740991,"huge":1e400,"text":"12345678901234567890","pi":3.14159265358979323846}',
    );
    expect(value).toEqual({
      id: '12345678901234567890',
      small: '-9007199254740993',
      ok: 9007199254740991,
      huge: '1e400',
      text: '12345678901234567890',
      pi: Math.PI,
    });
  });

  test('nesting is bounded, and brackets inside strings do not count', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(parse('application/json', nested(500)).state).toBe('ok');
    expect(parse('application/json', nested(501)).state).toBe('failed');
    expect(parse('application/json', JSON.stringify({ a: '["\\'.repeat(9000) })).state).toBe('ok');
  });

  test('charsets: a byte order mark is taken off, UTF-16 and Latin-1 are read, bad bytes fail', () => {
    expect(parse('application/json', '\ufeff{"a":1}').value).toEqual({ a: 1 });
    const utf16 = Buffer.from('\ufeff{"a":"ż"}', 'utf16le');
    expect(parseBody('application/json; charset=utf-16', utf16).value).toEqual({ a: 'ż' });
    expect(parseBody('application/json; charset=utf-16', utf16.swap16()).value).toEqual({ a: 'ż' });
    const latin = Buffer.from('{"a":"é"}', 'latin1');
    expect(parseBody('application/json; charset=ISO-8859-1', latin).value).toEqual({ a: 'é' });
    expect(parseBody('application/json', latin).state).toBe('failed');
    expect(parse('application/json; charset=x-klingon', '{}').state).toBe('failed');
  });

  test('every JSON value comes back as it was sent', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/[0-9]{16}(?![0-9]*\.)/.test(text));
        expect(JSON.stringify(parse('application/json', text).value)).toBe(text);
      }),
    );
  });
});

describe('forms', () => {
  const form = (text: string) => parse('application/x-www-form-urlencoded', text);

  test('names stay as sent and repeats become lists', () => {
    expect(form('a=1+1&b=%2B&a=x&c[]=1&c[]=2&a=y').value).toEqual({
      a: ['1 1', 'x', 'y'],
      b: '+',
      'c[]': ['1', '2'],
    });
  });

  test('a JSON object in the only field payload is the body', () => {
    expect(form('payload=%7B%22a%22%3A1%7D').value).toEqual({ a: 1 });
    expect(form('payload=%7B%22a%22%3A1%7D&b=1').value).toEqual({ payload: '{"a":1}', b: '1' });
    expect(form('payload=hello').value).toEqual({ payload: 'hello' });
  });

  test('__proto__ is a field like any other', () => {
    const { value } = form('__proto__[polluted]=1&__proto__=2&constructor=3');
    expect(JSON.stringify(value)).toBe(
      '{"__proto__[polluted]":"1","__proto__":"2","constructor":"3"}',
    );
  });

  test('more than 20,000 fields are not parsed', () => {
    expect(form('a=1&'.repeat(20_001)).state).toBe('failed');
  });

  test('fields come back as they were sent', () => {
    const names = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((name) => name !== 'payload');
    fc.assert(
      fc.property(fc.dictionary(names, fc.string({ unit: 'grapheme' })), (fields) => {
        const { value } = form(new URLSearchParams(fields).toString() || 'x=');
        if (Object.keys(fields).length > 0) expect(value).toEqual({ ...fields });
      }),
    );
  });
});

describe('multipart', () => {
  const type = 'multipart/form-data; boundary=B';
  const part = (headers: string, content: string) => `--B\r\n${headers}\r\n\r\n${content}\r\n`;
  const field = (name: string, content: string) =>
    part(`Content-Disposition: form-data; name="${name}"`, content);

  test('fields are texts, files say what they are, repeats become lists', () => {
    const file = (name: string, content: string) =>
      part(
        `content-disposition: form-data; name=f; filename="${name}"\r\nContent-Type: text/csv`,
        content,
      );
    const body = `preamble\r\n${field('a', '1')}${field('a', '2')}${file('x "y".csv'.replaceAll('"', '%22'), 'p,q')}--B--\r\nepilogue`;
    expect(parse(type, body)).toEqual({
      state: 'ok',
      value: {
        a: ['1', '2'],
        f: { filename: 'x "y".csv', contentType: 'text/csv', size: 3, text: 'p,q' },
      },
    });
  });

  test('an empty field and one that holds line breaks and dashes are kept', () => {
    const content = '\r\n--\r\n--C\r\n-';
    expect(parse(type, `${field('a', '')}${field('b', content)}--B--`).value).toEqual({
      a: '',
      b: content,
    });
  });

  test('a file name in UTF-8 wins over the plain one', () => {
    const header = `Content-Disposition: form-data; name="f"; filename="x"; filename*=UTF-8''za%C5%BC.txt`;
    const { value } = parse(type, `${part(header, 'x')}--B--`);
    expect(value).toMatchObject({ f: { filename: 'zaż.txt' } });
  });

  test.each([
    ['no closing boundary', field('a', '1')],
    ['no name', `${part('Content-Disposition: form-data', '1')}--B--`],
    ['line feeds only', '--B\nContent-Disposition: form-data; name="a"\n\n1\n--B--\n'],
    [
      'a folded header',
      `${part('Content-Disposition: form-data; name="a"\r\nX: 1\r\n folded', '1')}--B--`,
    ],
    [
      'NUL in a file name',
      `${part('Content-Disposition: form-data; name="f"; filename="a\0.png"', '1')}--B--`,
    ],
    ['too many parts', `${field('a', '').repeat(1001)}--B--`],
  ])('%s is not parsed', (_what, body) => {
    expect(parse(type, body)).toEqual({ state: 'failed', value: body });
  });

  test('without a boundary nothing is parsed', () => {
    expect(parse('multipart/form-data', 'x').state).toBe('failed');
    expect(parse('multipart/form-data; boundary=', 'x').state).toBe('failed');
    expect(parse(`multipart/form-data; boundary=${'x'.repeat(71)}`, 'x').state).toBe('failed');
  });

  test('any bytes in a file part are counted exactly', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
        fc.pre(!Buffer.from(content).includes('\r\n--B'));
        const head = '--B\r\nContent-Disposition: form-data; name="f"; filename="b.bin"\r\n\r\n';
        const body = Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--B--\r\n')]);
        expect(parseBody(type, body).value).toMatchObject({ f: { size: content.length } });
      }),
    );
  });
});

describe('XML', () => {
  const xml = (text: string) => parse('application/xml', text);

  test('becomes objects: attributes, text, repeats as lists, leaves as text', () => {
    expect(
      xml(`<?xml version="1.0"?><!-- c --><order id="7" note='a &amp; "b"'>
        <zip>00123</zip><item>x</item><item n="2">y</item><empty/> loose &lt;
        <![CDATA[<raw>&amp;]]></order>`).value,
    ).toEqual({
      order: {
        '@id': '7',
        '@note': 'a & "b"',
        '#text': 'loose <\n        <raw>&amp;',
        zip: '00123',
        item: ['x', { '@n': '2', '#text': 'y' }],
        empty: '',
      },
    });
  });

  test.each([
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a/>x',
    'x<a/>',
    '<a b="1" b="2"/>',
    '<a b=1/>',
    '<a b="<"/>',
    '<a>&nope;</a>',
    '<a>&</a>',
    '<a>&#0;</a>',
    '<a>&#xd800;</a>',
    '<a>&#x110000;</a>',
    '<a>\u0001</a>',
    '<a>]]></a>',
    '<!-- a -- b --><a/>',
    ' <?xml version="1.0"?><a/>',
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    '<!DOCTYPE a []><a/>',
    '<a/><!DOCTYPE a>',
    '<![CDATA[x]]><a/>',
    '<a><![CDATA[x</a>',
    '< a/>',
    '',
    ' ',
  ])('%j is no document of ours', (text) => {
    expect(xml(text).state).toBe(text === '' ? 'none' : 'failed');
  });

  test('an outside DTD is passed over, not read', () => {
    expect(xml('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a>ok</a>').value).toEqual({
      a: 'ok',
    });
  });

  test('elements named like members of Object are plain data', () => {
    const { value } = xml('<r b="1"><__proto__><polluted>1</polluted></__proto__></r>');
    expect(JSON.stringify(value)).toBe('{"r":{"@b":"1","__proto__":{"polluted":"1"}}}');
  });

  test('texts come back through escaping', () => {
    const escaped = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '&', '<', '>', ';', ' ', '#', ']', 'é') }),
        (text) => {
          expect(xml(`<a>${escaped(text)}</a>`).value).toEqual({ a: text });
        },
      ),
    );
  });
});

test('an empty body is none, unknown types are their text, binary is null', () => {
  expect(parse('application/json', '')).toEqual({ state: 'none', value: null });
  expect(parse('application/x-thing', 'abc')).toEqual({ state: 'none', value: 'abc' });
  expect(parseBody('application/octet-stream', new Uint8Array([255, 0, 1]))).toEqual({
    state: 'none',
    value: null,
  });
});

test.each([
  ['application/json', '['.repeat(3_000_000)],
  ['application/json', `"${'\\"'.repeat(2_000_000)}`],
  ['application/xml', '<a>'.repeat(1_000_000)],
  ['application/xml', `<a b="${'x'.repeat(5_000_000)}"/>`],
  ['application/xml', `<!--${'- '.repeat(2_000_000)}--><a/>`],
  ['application/xml', `<?pi ${'?'.repeat(5_000_000)}?><a/>`],
  ['application/xml', `<a${' '.repeat(5_000_000)}/>`],
  ['application/xml', `<${'a'.repeat(5_000_000)}/>`],
  ['multipart/form-data; boundary=B', '\r\n-'.repeat(1_700_000)],
  ['multipart/form-data; boundary=B', `--B\r\n${'a:'.repeat(2_000_000)}`],
  ['application/x-www-form-urlencoded', '&'.repeat(5_000_000)],
])('%s: five megabytes of one thing are answered without a crash', (type, text) => {
  expect(['ok', 'failed']).toContain(parse(type, text).state);
});

type Entry = { id: string; kind: string; content_type: string | null; parse: string };
const corpora = process.env.HOOKLINE_CORPORA ?? path.resolve('../shared/corpora');
const folder = path.join(corpora, 'nasty-bodies');

async function nastyBodies(): Promise<{ entry: Entry; body: () => Buffer }[]> {
  if (!existsSync(folder)) return [];
  const { bodyOf } = (await import(
    /* @vite-ignore */ pathToFileURL(path.join(folder, 'generate.mjs')).href
  )) as { bodyOf: (entry: Entry, folder: string) => Buffer };
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Entry[];
  const kinds = ['json', 'form', 'multipart', 'xml', 'binary'];
  return manifest
    .filter(({ kind }) => kinds.includes(kind))
    .map((entry) => ({ entry, body: () => bodyOf(entry, folder) }));
}

const allowedStates: Record<string, string[]> = {
  ok: ['ok'],
  error: ['failed'],
  none: ['none'],
  either: ['ok', 'failed', 'none'],
};

const bodies = await nastyBodies();
if (bodies.length > 0) {
  test.each(bodies)('a nasty body: $entry.id', ({ entry, body }) => {
    const { state, value } = parseBody(entry.content_type, body());
    expect(allowedStates[entry.parse]).toContain(state);
    expect(() => JSON.stringify(value)).not.toThrow();
  });
}

test(`the corpus of nasty bodies is ${existsSync(folder) ? 'there' : 'absent, so only our own vectors ran'}`, () => {
  expect(folder).not.toBe('');
});
