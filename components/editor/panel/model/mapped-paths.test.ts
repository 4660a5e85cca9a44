import { expect, it } from 'vitest';
import { isMapped, mappedPaths } from './mapped-paths.ts';

const mapped = mappedPaths({
  url: 'https://x/{{body.id}}',
  body: { type: 'json', value: { title: '{{ body["id"] }}', deep: ['{{body.lines[0].n}}'] } },
});

it('tells which values a step uses', () => {
  expect([...mapped]).toEqual(['body.id', 'body.lines[0].n']);
});

it('tells it of a closed row whose inside is used, and of no row with a like name', () => {
  expect(isMapped(mapped, { id: 'body.id', open: false })).toBe(true);
  expect(isMapped(mapped, { id: 'body.lines', open: false })).toBe(true);
  expect(isMapped(mapped, { id: 'body.lines', open: true })).toBe(false);
  expect(isMapped(mapped, { id: 'body.line', open: false })).toBe(false);
});
