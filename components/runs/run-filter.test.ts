import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRunFilter, runStatuses, runsQuery, spans, writeRunFilter } from './run-filter.ts';

const filters = fc.record(
  {
    status: fc.constantFrom(...runStatuses),
    workflow: fc.uuid(),
    request: fc.uuid(),
    span: fc.constantFrom(...(Object.keys(spans) as (keyof typeof spans)[])),
  },
  { requiredKeys: [] },
);

test('what is written into the address is read from it, and the rest of it stays', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const address = writeRunFilter(filter, new URLSearchParams('tab=output'));
      expect(readRunFilter(address)).toEqual({ filter, wrong: [] });
      expect(address.get('tab')).toBe('output');
    }),
  );
});

test('a value that no filter takes is named and left out', () => {
  const address = new URLSearchParams('status=broken&span=24h&workflow=mine');
  expect(readRunFilter(address)).toEqual({ filter: { span: '24h' }, wrong: ['broken', 'mine'] });
});

test('the API is asked for what was chosen, counted from now', () => {
  const query = runsQuery({ status: 'failed', span: '1h' }, Date.parse('2026-11-24T10:00:00Z'));
  expect(Object.fromEntries(query)).toEqual({
    status: 'failed',
    since: '2026-11-24T09:00:00.000Z',
  });
});
