import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GroupCommit } from './group-commit.ts';

type Flush = { batch: number[]; end(): void };

/** A writer whose flushes end when the test says so. */
function heldWriter(options: { maxItems?: number; maxBytes?: number; eagerItems?: number } = {}) {
  const flushes: Flush[] = [];
  const group = new GroupCommit<number>({
    maxItems: 100,
    maxBytes: 1_000_000,
    bytesOf: (item) => item,
    flush: (batch) => new Promise((end) => flushes.push({ batch, end })),
    ...options,
  });
  return { group, flushes, batches: () => flushes.map(({ batch }) => batch) };
}

const endOfTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('items share a flush', () => {
  test('that arrive in one turn of the event loop', async () => {
    const { group, batches } = heldWriter();
    for (const item of [1, 2, 3]) group.add(item);
    expect(batches()).toEqual([]);
    await endOfTurn();
    expect(batches()).toEqual([[1, 2, 3]]);
  });

  test('that gather while another is in flight', async () => {
    const { group, flushes, batches } = heldWriter();
    group.add(1);
    await endOfTurn();
    group.add(2);
    group.add(3);
    await endOfTurn();
    expect(batches()).toEqual([[1]]);
    flushes[0]?.end();
    await endOfTurn();
    expect(batches()).toEqual([[1], [2, 3]]);
  });
});

test('enough of them start an idle writer within the turn, and the rest make the next flush', async () => {
  const { group, flushes, batches } = heldWriter({ eagerItems: 2 });
  for (const item of [1, 2, 3, 4, 5]) group.add(item);
  expect(batches()).toEqual([[1, 2]]);
  flushes[0]?.end();
  await endOfTurn();
  expect(batches()).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
});

test('an item that was taken back before the turn ended is in no flush, and nobody waits for one', async () => {
  const { group, batches } = heldWriter();
  group.add(1);
  const drained = group.drained();
  expect(group.takeBack(() => true)).toEqual([1]);
  await drained;
  expect(batches()).toEqual([]);
});

test('every item is in one flush, in the order of its coming, within the bounds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.integer({ min: 1, max: 40 }))),
      fc.integer({ min: 1, max: 20 }),
      async (turns, eagerItems) => {
        const batches: number[][] = [];
        const group = new GroupCommit<number>({
          ...{ maxItems: 5, maxBytes: 60, eagerItems, bytesOf: (item) => item },
          async flush(batch) {
            batches.push(batch);
            await endOfTurn();
          },
        });
        for (const turn of turns) {
          for (const item of turn) group.add(item);
          await endOfTurn();
        }
        await group.drained();
        expect(batches.flat()).toEqual(turns.flat());
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(5);
          const bytes = batch.reduce((sum, item) => sum + item, 0);
          expect(batch.length === 1 || bytes <= 60).toBe(true);
        }
      },
    ),
  );
});
