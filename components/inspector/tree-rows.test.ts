import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolvePath, scanPath } from '#lib/core/expression/path.ts';
import type { Json } from '#lib/core/json.ts';
import { treeRows } from './tree-rows.ts';

const none: ReadonlySet<string> = new Set();
const body = { a: { b: { c: { d: 1 } } }, list: [true, null], 'odd key': 'x' };

test('the first two levels start open, the rest closed', () => {
  expect(treeRows(body, 'body', none).map(({ path, open }) => [path, open])).toEqual([
    ['body', true],
    ['body.a', true],
    ['body.a.b', false],
    ['body.list', true],
    ['body.list[0]', false],
    ['body.list[1]', false],
    ['body["odd key"]', false],
  ]);
});

test('a part that is turned shows or hides its members, nothing else', () => {
  const paths = (toggled: string[]) =>
    treeRows(body, 'body', new Set(toggled)).map((row) => row.path);
  expect(paths(['body.a.b'])).toContain('body.a.b.c');
  expect(paths(['body.a'])).not.toContain('body.a.b');
  expect(paths(['body'])).toEqual(['body']);
});

test('a row knows its level, its number among its siblings and how many they are', () => {
  const [, , , list, first, second] = treeRows(body, 'body', none);
  expect(list).toMatchObject({ depth: 1, position: 2, siblings: 3, size: 2, kind: 'array' });
  expect(first).toMatchObject({ depth: 2, position: 1, siblings: 2, kind: 'boolean' });
  expect(second).toMatchObject({ position: 2, kind: 'null' });
});

test('every row’s path is one that a template finds the row’s value by', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (any) => {
      const value = JSON.parse(JSON.stringify(any)) as Json;
      for (const row of treeRows(value, 'body', none)) {
        const scanned = scanPath(row.path, 0);
        expect(scanned.ok && resolvePath(scanned.value.path, { body: value })).toEqual(row.value);
      }
    }),
  );
});

test('of a list of very many only the first thousand become rows', () => {
  const rows = treeRows(
    Array.from({ length: 5000 }, (_, at) => at),
    'body',
    new Set(['body']),
  );
  expect(rows).toHaveLength(1001);
  expect(rows[0]?.size).toBe(5000);
});
