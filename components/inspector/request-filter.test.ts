import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterKeys, matchesFilter, readFilter, writeFilter } from './request-filter.ts';

const row = {
  id: '019a',
  method: 'POST',
  path: '/in',
  query: 'a=1',
  ip: '10.0.0.1',
  verdict: 'rejected',
  outcome: 'rejected',
  reason: 'bad_signature',
  event: { type: 'invoice.paid', id: 'evt_1' },
};

test('what is written into the address is read from it, and the rest of it stays', () => {
  const filter = fc.record(
    Object.fromEntries(
      filterKeys.map((key) => [key, fc.string().filter((text) => text.trim() !== '')]),
    ),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(filter, (given) => {
      const address = writeFilter(given, new URLSearchParams('tab=headers'));
      expect(address.get('tab')).toBe('headers');
      const trimmed = Object.entries(given).map(([key, value]) => [key, value?.trim()]);
      expect(readFilter(address)).toEqual(Object.fromEntries(trimmed));
    }),
  );
});

test('a row belongs to the list where every part of the filter fits', () => {
  expect(matchesFilter({}, row)).toBe(true);
  expect(matchesFilter({ outcome: 'rejected', reason: 'bad_signature', method: 'post' }, row)).toBe(
    true,
  );
  expect(matchesFilter({ outcome: 'rejected', reason: 'stale_timestamp' }, row)).toBe(false);
  expect(matchesFilter({ event: 'invoice' }, row)).toBe(true);
  expect(matchesFilter({ event: '*.paid' }, row)).toBe(true);
  expect(matchesFilter({ event: 'invoice.paid.late' }, row)).toBe(false);
  expect(matchesFilter({ q: 'EVT_1' }, row)).toBe(true);
  expect(matchesFilter({ q: 'nowhere' }, row)).toBe(false);
});

test('a request without an event fits no event', () => {
  expect(matchesFilter({ event: 'invoice' }, { ...row, event: { type: null, id: null } })).toBe(
    false,
  );
});
