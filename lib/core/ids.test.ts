import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUuid, OrderedIds, runIdFor, uuidFloor, uuidTime, uuidv7 } from './ids.ts';

const anyMs = fc.integer({ min: 0, max: 2 ** 47 });
const anyTail = fc.uint8Array({ minLength: 10, maxLength: 10 });

test('an id carries its millisecond and lies in that millisecond’s range', () => {
  fc.assert(
    fc.property(anyMs, anyTail, (ms, tail) => {
      const id = uuidv7(ms, tail);
      expect(isUuid(id)).toBe(true);
      expect(uuidTime(id)).toBe(ms);
      expect(id >= uuidFloor(ms) && id < uuidFloor(ms + 1)).toBe(true);
    }),
  );
});

test('a moment before ids began is the lowest bound', () => {
  expect(uuidFloor(Date.parse('1969-12-31T00:00:00Z'))).toBe(uuidFloor(0));
  expect(isUuid(uuidFloor(-1))).toBe(true);
});

test('ids sort as they were made, also within one millisecond and when the clock steps back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 50 }),
      anyTail,
      (times, tail) => {
        const clock = [...times];
        const ids = new OrderedIds(
          () => 1_700_000_000_000 + (clock.shift() ?? 0),
          () => tail,
        );
        const made = times.map(() => ids.next());
        expect(made).toEqual([...made].sort());
        expect(new Set(made).size).toBe(made.length);
      },
    ),
  );
});

test('a run’s id is the same each time, shares its request’s millisecond, and differs by rerun', () => {
  const requestId = uuidv7(1_700_000_000_123, new Uint8Array(10));
  const identity = { requestId, workflowId: 'w', triggerNodeId: 'hook', rerun: 0 };
  expect(runIdFor(identity)).toBe(runIdFor({ ...identity }));
  expect(uuidTime(runIdFor(identity))).toBe(uuidTime(requestId));
  expect(runIdFor({ ...identity, rerun: 1 })).not.toBe(runIdFor(identity));
});
