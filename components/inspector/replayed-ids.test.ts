import { expect, test } from 'vitest';
import { replayedIds } from './replayed-ids.ts';

test('what was replayed is told once, in whatever order the replays came', () => {
  const rows = [{ replayOf: 'b' }, { replayOf: null }, { replayOf: 'a' }, { replayOf: 'b' }];
  expect(replayedIds(rows)).toBe('a b');
  expect(replayedIds(rows.toReversed())).toBe('a b');
});

test('where nothing was replayed there is nothing to tell', () => {
  expect(replayedIds([{ replayOf: null }])).toBe('');
});
