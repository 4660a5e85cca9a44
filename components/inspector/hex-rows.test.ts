import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hexRow, hexRowCount } from './hex-rows.ts';

test('a row names its place, its bytes and what can be read of them', () => {
  const body = new TextEncoder().encode('{"id":"évt"}\r\n more than sixteen');
  expect(hexRow(body, 0)).toEqual({
    offset: '000000',
    bytes: '7b 22 69 64 22 3a 22 c3 a9 76 74 22 7d 0d 0a 20'.split(' '),
    text: '{"id":"..vt"}.. ',
  });
  expect(hexRow(body, 1).offset).toBe('000010');
});

test('the rows together are the body', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (body) => {
      const rows = Array.from({ length: hexRowCount(body.length) }, (_, at) => hexRow(body, at));
      const digits = rows.flatMap((row) => row.bytes).join('');
      expect(digits).toBe(Buffer.from(body).toString('hex'));
      expect(rows.every((row) => row.text.length === row.bytes.length)).toBe(true);
    }),
  );
});
