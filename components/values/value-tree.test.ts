import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolvePath, scanPath } from '#lib/core/expression/path.ts';
import type { Json } from '#lib/core/json.ts';
import { treeRows } from './value-tree.ts';

const scope = {
  body: { type: 'created', data: { 'any key': 1, items: [{ sku: 'A-1' }, { sku: 'B-2' }] } },
  headers: { 'x-id': '7' },
  method: 'POST',
};
const view = (search: string, ...open: string[]) => ({
  search,
  isOpen: ({ id }: { id: string }) => open.includes(id),
});
const ids = (search: string, ...open: string[]) =>
  treeRows(scope, view(search, ...open)).map(({ id }) => id);

describe('the tree of a request', () => {
  it('shows the roots, and what is opened below them', () => {
    expect(ids('')).toEqual(['body', 'headers', 'method']);
    expect(ids('', 'body')).toEqual(['body', 'body.type', 'body.data', 'headers', 'method']);
  });

  it('names each row as a template writes it, so that the path leads back to the value', () => {
    const rows = treeRows(scope, view('', 'body', 'body.data', 'body.data.items'));
    expect(rows.map(({ id }) => id)).toContain('body.data["any key"]');
    expect(rows.map(({ id }) => id)).toContain('body.data.items[0]');
    for (const row of rows) expect(resolvePath(row.path, scope)).toEqual(row.value);
  });

  it('finds every row’s value by its path, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (any) => {
        const value = JSON.parse(JSON.stringify(any)) as Json;
        for (const row of treeRows({ body: value }, { isOpen: () => true })) {
          const scanned = scanPath(row.id, 0);
          expect(scanned.ok && resolvePath(scanned.value.path, { body: value })).toEqual(row.value);
        }
      }),
    );
  });

  it('counts places among siblings for those who listen', () => {
    const row = treeRows(scope, view('', 'body')).find(({ id }) => id === 'body.data');
    expect(row).toMatchObject({ depth: 1, position: 2, setSize: 2, children: 2, open: false });
  });

  it('makes rows of the first thousand of very many, and still says how many they are', () => {
    const body = Array.from({ length: 5000 }, (_, at) => at);
    const rows = treeRows({ body }, { isOpen: () => true });
    expect(rows).toHaveLength(1001);
    expect(rows[0]?.children).toBe(5000);
    expect(rows[1]?.setSize).toBe(5000);
  });

  it('finds a value anywhere and opens the way to it', () => {
    expect(ids('b-2')).toEqual([
      'body',
      'body.data',
      'body.data.items',
      'body.data.items[1]',
      'body.data.items[1].sku',
    ]);
  });

  it('finds a key, and keeps what it holds closed until it is opened', () => {
    expect(ids('items')).toEqual(['body', 'body.data', 'body.data.items']);
    expect(ids('items', 'body.data.items')).toContain('body.data.items[0]');
  });
});
