import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  matchesFilter,
  outcomes,
  readFilter,
  requestQuery,
  verifications,
  writeFilter,
} from './request-filter.ts';

const row = {
  id: '019a',
  receivedAt: '2026-11-24T09:00:00.000Z',
  method: 'POST',
  path: '/in',
  query: 'a=1',
  ip: '10.0.0.1',
  verdict: 'rejected',
  outcome: 'rejected',
  reason: 'bad_signature',
  verification: { status: 'failed' },
  event: { type: 'invoice.paid', id: 'evt_1' },
};
const words = fc
  .string({ maxLength: 20 })
  .map((text) => text.trim())
  .filter(Boolean);

test('what is written into the address is read from it, and the rest of it stays', () => {
  const filters = fc.record(
    {
      outcome: fc.constantFrom(...outcomes),
      verification: fc.constantFrom(...verifications),
      event: words,
      method: words,
      reason: words,
      q: words,
      span: fc.constantFrom('1h', '24h', '7d'),
      since: fc.constantFrom('2026-11-24', '2026-11-24T09:00:00Z'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(filters, (filter) => {
      const address = writeFilter(filter, new URLSearchParams('tab=headers'));
      expect(address.get('tab')).toBe('headers');
      expect(readFilter(address)).toEqual({ filter, wrong: [] });
    }),
  );
});

test('a value that the list can’t be narrowed by is named and left out', () => {
  const address = new URLSearchParams('outcome=broken&since=yesterday&method=POST&q=x');
  expect(readFilter(address)).toEqual({
    filter: { method: 'POST', q: 'x' },
    wrong: ['broken', 'yesterday'],
  });
});

test('the API is asked for what was chosen; a time of one’s own goes before a span', () => {
  const now = Date.parse('2026-11-24T10:00:00Z');
  expect(Object.fromEntries(requestQuery({ span: '1h', q: 'x' }, now))).toEqual({
    q: 'x',
    since: '2026-11-24T09:00:00.000Z',
  });
  expect(Object.fromEntries(requestQuery({ span: '1h', since: '2026-11-01' }, now))).toEqual({
    since: '2026-11-01',
  });
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
  expect(matchesFilter({ verification: 'failed' }, row)).toBe(true);
  expect(matchesFilter({ verification: 'not_checked' }, row)).toBe(false);
  expect(matchesFilter({ since: '2026-11-24' }, row)).toBe(true);
  expect(matchesFilter({ until: '2026-11-24' }, row)).toBe(false);
});

test('a request that nobody had to check counts as not checked', () => {
  const unchecked = { ...row, verification: { status: 'none' } };
  expect(matchesFilter({ verification: 'not_checked' }, unchecked)).toBe(true);
});

test('a request without an event fits no event', () => {
  expect(matchesFilter({ event: 'invoice' }, { ...row, event: { type: null, id: null } })).toBe(
    false,
  );
});
