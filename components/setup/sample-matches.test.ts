import { expect, test } from 'vitest';
import { sampleMatches } from './sample-matches.ts';

const scope = { body: { label: 'bug' } };
const rows = (...right: string[]) => ({
  all: right.map((one) => ({ left: '{{body.label}}', operator: 'equals', right: one })),
});

test('a filter says whether it lets the sample on', () => {
  expect(sampleMatches(rows('bug'), scope)).toBe(true);
  expect(sampleMatches(rows('bug', 'feature'), scope)).toBe(false);
});

test('a filter that is not filled in, or no conditions at all, says nothing', () => {
  expect(sampleMatches(rows('bug', ''), scope)).toBeNull();
  expect(sampleMatches({ rows: [] }, scope)).toBeNull();
});
