import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesOf, draftOf, isBrokenJson } from './request-draft.ts';

const request = {
  method: 'POST',
  headers: [
    ['Content-Type', 'application/json'],
    ['X-Twice', '1'],
    ['X-Twice', '2'],
  ] as [string, string][],
};
const bytes = (text: string) => new TextEncoder().encode(text);
const original = draftOf(request, bytes('{"a":1}'));

test('a request that wasn’t touched is replayed as it is, whatever its bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (body) => {
      const draft = draftOf(request, body);
      expect(changesOf(draft, draft)).toEqual({});
    }),
  );
});

test('text is edited from the exact bytes, a mark of the byte order included', () => {
  const text = '\ufeff{"a":\r\n1}';
  expect(draftOf(request, bytes(text)).body).toBe(text);
  expect(draftOf(request, new Uint8Array([0xff, 0xfe, 0])).body).toBeNull();
});

test('JSON in one line is shown with line breaks; it goes along in one line again', () => {
  expect(original.body).toBe('{\n  "a": 1\n}');
  expect(changesOf({ ...original }, original)).toEqual({});
  const edited = '{\n  "a": 2\n}';
  expect(changesOf({ ...original, body: edited }, original)).toEqual({ body: '{"a":2}' });
  const inLines = draftOf(request, bytes('{\n"a":1}'));
  expect(changesOf({ ...inLines, body: edited }, inLines)).toEqual({ body: edited });
});

test('only what differs is sent; all headers once one of them does', () => {
  expect(changesOf({ ...original, body: '{"a":2}' }, original)).toEqual({ body: '{"a":2}' });
  expect(changesOf({ ...original, method: ' put ' }, original)).toEqual({ method: 'PUT' });
  const [type, first, second] = original.headers;
  const headers = [type!, { ...first!, gone: true }, { ...second!, value: '3' }];
  expect(changesOf({ ...original, headers }, original)).toEqual({
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Twice', '3'],
    ],
  });
  const added = [...original.headers, { name: ' ', value: 'x', gone: false }];
  expect(changesOf({ ...original, headers: added }, original)).toEqual({});
});

test('a body is called broken where it says that it is JSON but isn’t', () => {
  expect(isBrokenJson(original)).toBe(false);
  expect(isBrokenJson({ ...original, body: '{"a":' })).toBe(true);
  expect(isBrokenJson({ ...original, body: '{"a":', headers: [] })).toBe(false);
  expect(isBrokenJson({ ...original, body: '' })).toBe(false);
});
