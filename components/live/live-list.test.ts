import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byTime, emptyList, type ListEvent, type LiveList, reduceList } from './live-list.ts';

type Row = { id: string; outcome: string };
const row = (n: number, outcome = 'ran'): Row => ({ id: String(n).padStart(4, '0'), outcome });
const ids = (list: LiveList<Row>) => list.rows.map(({ id }) => Number(id));
const all = () => true;
const arrived = (rows: Row[], hold = false): ListEvent<Row> => ({
  type: 'arrived',
  rows,
  hold,
  matches: all,
});
const after = (...events: ListEvent<Row>[]) => events.reduce(reduceList<Row>, emptyList<Row>());

test('arrivals stand above what was loaded, and a page below', () => {
  const list = after(
    { type: 'page', rows: [row(5), row(4)], nextCursor: 'older' },
    arrived([row(6)]),
    { type: 'page', rows: [row(3), row(2)], nextCursor: null },
  );
  expect(ids(list)).toEqual([6, 5, 4, 3, 2]);
  expect([...list.fresh]).toEqual(['0006']);
});

test('a held list stays as it is until it is released; what it shows still changes', () => {
  const first: ListEvent<Row> = { type: 'page', rows: [row(2), row(1)], nextCursor: null };
  const held = after(first, arrived([row(3), row(2, 'filtered')], true));
  expect(ids(held)).toEqual([2, 1]);
  expect(held.rows[0]?.outcome).toBe('filtered');
  expect(held.held).toHaveLength(1);
  const released = reduceList(held, { type: 'released' });
  expect(ids(released)).toEqual([3, 2, 1]);
  expect(released.held).toEqual([]);
});

test('what doesn’t fit the filter isn’t added, and what changed stays where it is', () => {
  const list = after({ type: 'page', rows: [row(1, 'waiting')], nextCursor: null });
  const next = reduceList(list, {
    type: 'arrived',
    rows: [row(1, 'ran'), row(2, 'ran')],
    hold: false,
    matches: ({ outcome }) => outcome === 'waiting',
  });
  expect(next.rows).toEqual([row(1, 'ran')]);
});

test('an older one whose page isn’t loaded yet waits for its page', () => {
  const list = after(
    { type: 'page', rows: [row(9), row(8)], nextCursor: 'older' },
    arrived([row(3)]),
  );
  expect(ids(list)).toEqual([9, 8]);
});

test('what comes while the newest page is on its way is there once the page is', () => {
  const list = after({ type: 'restarting' }, arrived([row(3)]), {
    type: 'restarted',
    rows: [row(2), row(1)],
    nextCursor: null,
  });
  expect(ids(list)).toEqual([3, 2, 1]);
});

test('another filter’s page takes the place of all that was shown, but of nothing that came since', () => {
  const shown = after({ type: 'page', rows: [row(9), row(8)], nextCursor: null });
  const events: ListEvent<Row>[] = [
    { type: 'restarting' },
    arrived([row(12), row(2, 'filtered')]),
    { type: 'restarted', rows: [row(9), row(5)], nextCursor: 'older' },
  ];
  expect(ids(events.reduce(reduceList<Row>, shown))).toEqual([12, 9, 5]);
});

/** A server with rows 1 to `newest`, and a list that reads it. */
class Watched {
  list = emptyList<Row>();
  newest: number;
  readonly #size: number;

  constructor(stored: number, size: number) {
    this.newest = stored;
    this.#size = size;
  }

  send(event: ListEvent<Row>): void {
    this.list = reduceList(this.list, event);
  }

  older(): void {
    const { nextCursor } = this.list;
    if (nextCursor === null) return;
    const before = nextCursor === undefined ? this.newest + 1 : Number(nextCursor);
    const count = Math.max(0, Math.min(this.#size, before - 1));
    const rows = Array.from({ length: count }, (_, at) => row(before - 1 - at));
    const last = before - count;
    this.send({ type: 'page', rows, nextCursor: last > 1 ? String(last) : null });
  }

  live(count: number, hold: boolean): void {
    const rows = Array.from({ length: count }, (_, at) => row(this.newest + 1 + at));
    this.newest += count;
    this.send(arrived(rows, hold));
  }

  again(n: number, hold: boolean): void {
    if (this.newest > 0) this.send(arrived([row(1 + (n % this.newest))], hold));
  }
}

const kind = fc.constantFrom(
  'live' as const,
  'again' as const,
  'page' as const,
  'release' as const,
);
const step = fc.record({ kind, count: fc.integer({ min: 1, max: 40 }), hold: fc.boolean() });

test('however pages and arrivals overtake each other, no row is lost or doubled and the order holds', () => {
  fc.assert(
    fc.property(
      fc.nat(30),
      fc.integer({ min: 1, max: 7 }),
      fc.array(step),
      (stored, size, steps) => {
        const watched = new Watched(stored, size);
        const does = {
          live: watched.live.bind(watched),
          again: watched.again.bind(watched),
          page: () => watched.older(),
          release: () => watched.send({ type: 'released' }),
        };
        for (const { kind: what, count, hold } of steps) {
          does[what](count, hold);
          const shown = ids(watched.list);
          expect(shown).toEqual([...new Set(shown)].sort((a, b) => b - a));
        }
        watched.send({ type: 'released' });
        while (watched.list.nextCursor !== null) watched.older();
        const everything = Array.from({ length: watched.newest }, (_, at) => watched.newest - at);
        expect(ids(watched.list)).toEqual(everything);
      },
    ),
  );
});

test('a row that changed keeps its place, shown or held', () => {
  const list = after(
    { type: 'page', rows: [row(2), row(1)], nextCursor: null },
    arrived([row(3)], true),
    {
      type: 'changed',
      ids: [row(3).id, row(1).id, row(9).id],
      change: (old) => ({ ...old, outcome: 'filtered' }),
    },
  );
  expect(list.rows).toEqual([row(2), row(1, 'filtered')]);
  expect(list.held).toEqual([row(3, 'filtered')]);
});

test('beyond fifty thousand the oldest are let go, and what follows is asked for by its time', () => {
  const many = Array.from({ length: 50_000 }, (_, at) => ({
    id: `a${String(at).padStart(6, '0')}`,
  }));
  const full = reduceList<{ id: string }>(emptyList(), {
    type: 'page',
    rows: many.toReversed(),
    nextCursor: null,
  });
  const next = reduceList(full, {
    type: 'arrived',
    rows: [{ id: 'b1' }, { id: 'b2' }],
    hold: false,
    matches: all,
  });
  expect(next.rows).toHaveLength(50_000);
  expect(next.rows[0]).toEqual({ id: 'b2' });
  expect(next.rows.at(-1)).toEqual(many[2]);
  expect(next.nextCursor).toBe(byTime);
});

test('of very many that are held only the newest are kept, and the rest is counted', () => {
  const rows = Array.from({ length: 5_003 }, (_, at) => row(at));
  const list = after(arrived(rows, true));
  expect(list.held).toHaveLength(5_000);
  expect(list.heldBeyond).toBe(3);
});
