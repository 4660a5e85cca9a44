import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  auditGroups,
  auditPath,
  auditSpans,
  everything,
  readFilter,
  writeFilter,
} from './audit-filter.ts';

const filters = fc.record({
  group: fc.constantFrom(...auditGroups),
  who: fc.oneof(fc.constant('all'), fc.uuid()),
  span: fc.constantFrom(...auditSpans),
});

test('a filter that goes into the address comes out the same', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter);
    }),
  );
  expect(writeFilter(everything)).toBe('');
  expect(readFilter(new URLSearchParams('?what=nonsense&days=-3'))).toEqual(everything);
});

test('the call names the group, the actor and the beginning of the span', () => {
  const now = Date.parse('2026-11-24T09:00:30Z');
  expect(auditPath(everything, now)).toBe('/api/v1/audit?limit=50');
  expect(auditPath({ group: 'token', who: 'u-1', span: '7' }, now)).toBe(
    `/api/v1/audit?limit=50&action=token.*&actorId=u-1&since=${encodeURIComponent('2026-11-17T09:00:00.000Z')}`,
  );
});
