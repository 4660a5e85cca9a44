import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeCursor, moment, pageQuery, toPage } from './common.ts';

test('a cursor names the id it was made of, whatever the id', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(pageQuery.parse({ cursor: encodeCursor(id) }).cursor).toBe(id);
    }),
  );
});

test('a text that is no cursor of ours is refused, never misread', () => {
  fc.assert(
    fc.property(fc.string(), (cursor) => {
      const parsed = pageQuery.safeParse({ cursor });
      if (parsed.success) expect(encodeCursor(parsed.data.cursor ?? '')).toBe(cursor);
    }),
  );
});

test('a page of as many rows as asked for has no next one; one more has', () => {
  const rows = ['a', 'b', 'c'].map((id) => ({ id: `0000000${id}-0000-7000-8000-000000000000` }));
  expect(toPage(rows, 3).nextCursor).toBeNull();
  const page = toPage(rows, 2);
  expect(page.items).toEqual(rows.slice(0, 2));
  expect(page.nextCursor).toBe(encodeCursor(rows[1]?.id ?? ''));
});

test('a page has fifty rows unless asked for fewer, and two hundred at most', () => {
  expect(pageQuery.parse({}).limit).toBe(50);
  expect(pageQuery.parse({ limit: '200' }).limit).toBe(200);
  for (const limit of ['201', '0', '-1', '1.5', 'x']) {
    expect(pageQuery.safeParse({ limit }).success).toBe(false);
  }
});

test('a moment is a date, or a time with Z or an offset', () => {
  expect(moment.parse('2026-11-24')).toEqual(new Date('2026-11-24T00:00:00Z'));
  expect(moment.parse('2026-11-24T10:00:00+02:00')).toEqual(new Date('2026-11-24T08:00:00Z'));
  for (const text of ['yesterday', '2026-13-01', '1700000000']) {
    expect(moment.safeParse(text).success).toBe(false);
  }
});
