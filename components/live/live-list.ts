/** Whatever is listed by an id that carries its time. */
type Listed = { id: string };

/**
 * The rows of a live list: pages of older ones come at its end, live ones at its start, and nothing
 * is lost or doubled however they overtake each other.
 */
export type LiveList<Row extends Listed> = {
  /** Newest first. */
  rows: readonly Row[];
  /** Arrived while the list was held: shown when the person asks, newest first. */
  held: readonly Row[];
  /** So many were dropped from `held`: to show it the newest page must be read again. */
  heldBeyond: number;
  /** Where the next older page starts: null at the end, undefined before the first page. */
  nextCursor: string | null | undefined;
  /** What the last arrivals were: they are tinted for a moment. */
  fresh: ReadonlySet<string>;
  /** What came since the newest page was asked for: it may have been read before they came. */
  meanwhile?: readonly Row[];
};

export type ListEvent<Row extends Listed> =
  | { type: 'page'; rows: readonly Row[]; nextCursor: string | null }
  | { type: 'arrived'; rows: readonly Row[]; hold: boolean; matches(row: Row): boolean }
  /** Rows that are there have changed: each is given as it was. */
  | { type: 'changed'; ids: readonly string[]; change(row: Row): Row }
  | { type: 'released' }
  /** The newest page is asked for: at first, for another filter, or after a break too long to catch up with. */
  | { type: 'restarting' }
  /** It is there, and takes the place of what was shown. */
  | { type: 'restarted'; rows: readonly Row[]; nextCursor: string | null };

/** The oldest are let go beyond so many: a tab that stays open for days must not grow. */
const mostRows = 50_000;
const mostHeld = 5_000;
/** In place of a cursor: rows below the last were let go, what follows is asked for by its time. */
export const byTime = 'by-time';

export function emptyList<Row extends Listed>(): LiveList<Row> {
  return { rows: [], held: [], heldBeyond: 0, nextCursor: undefined, fresh: new Set() };
}

export function reduceList<Row extends Listed>(
  list: LiveList<Row>,
  event: ListEvent<Row>,
): LiveList<Row> {
  switch (event.type) {
    case 'page':
      return addPage(list, event.rows, event.nextCursor);
    case 'arrived':
      return bounded(gather(arrive(list, event), event));
    case 'changed':
      return change(list, event);
    case 'released':
      return release(list);
    case 'restarting':
      return { ...list, meanwhile: [] };
    case 'restarted':
      return restart(list, event.rows, event.nextCursor);
  }
}

/** A row that is there already came live since the page was read: it is the newer one. */
function addPage<Row extends Listed>(
  list: LiveList<Row>,
  rows: readonly Row[],
  nextCursor: string | null,
): LiveList<Row> {
  const held = new Set(list.held.map(({ id }) => id));
  const unheld = rows.filter(({ id }) => !held.has(id));
  return { ...list, rows: merged(unheld, list.rows), nextCursor };
}

function restart<Row extends Listed>(
  { meanwhile = [] }: LiveList<Row>,
  rows: readonly Row[],
  nextCursor: string | null,
): LiveList<Row> {
  const page = { ...emptyList<Row>(), rows, nextCursor };
  const reached = meanwhile.filter((row) => isReached(page, row));
  return addPage({ ...emptyList(), rows: newestFirst(reached) }, rows, nextCursor);
}

function arrive<Row extends Listed>(
  list: LiveList<Row>,
  event: Extract<ListEvent<Row>, { type: 'arrived' }>,
): LiveList<Row> {
  const isKnown = ({ id }: Row) => indexOfId(list.rows, id) >= 0;
  const changed = event.rows.filter(isKnown);
  const added = event.rows.filter((row) => !isKnown(row) && event.matches(row));
  const reached = newestFirst(added.filter((row) => isReached(list, row)));
  const rows = merged(list.rows, newestFirst(changed));
  if (reached.length === 0) return changed.length > 0 ? { ...list, rows } : list;
  if (event.hold) return { ...list, rows, held: merged(list.held, reached) };
  const fresh = new Set(reached.map(({ id }) => id));
  return { ...list, rows: merged(merged(rows, list.held), reached), held: [], fresh };
}

function gather<Row extends Listed>(
  list: LiveList<Row>,
  { rows, matches }: Extract<ListEvent<Row>, { type: 'arrived' }>,
): LiveList<Row> {
  if (!list.meanwhile) return list;
  return { ...list, meanwhile: merged(list.meanwhile, newestFirst(rows.filter(matches))) };
}

function bounded<Row extends Listed>(list: LiveList<Row>): LiveList<Row> {
  const beyond = list.held.length - mostHeld;
  const kept =
    beyond > 0
      ? { ...list, held: list.held.slice(0, mostHeld), heldBeyond: list.heldBeyond + beyond }
      : list;
  if (kept.rows.length <= mostRows) return kept;
  return { ...kept, rows: kept.rows.slice(0, mostRows), nextCursor: byTime };
}

function change<Row extends Listed>(
  list: LiveList<Row>,
  event: Extract<ListEvent<Row>, { type: 'changed' }>,
): LiveList<Row> {
  const rows = changedRows(list.rows, event);
  const held = changedRows(list.held, event);
  return rows === list.rows && held === list.held ? list : { ...list, rows, held };
}

function changedRows<Row extends Listed>(
  rows: readonly Row[],
  { ids, change }: Extract<ListEvent<Row>, { type: 'changed' }>,
): readonly Row[] {
  const places = ids.map((id) => indexOfId(rows, id)).filter((at) => at >= 0);
  if (places.length === 0) return rows;
  const next = [...rows];
  for (const at of places) {
    const row = next[at];
    if (row) next[at] = change(row);
  }
  return next;
}

/** Older than all that was loaded: its page will bring it. Shown now, it would seem to follow the last. */
function isReached<Row extends Listed>({ rows, nextCursor }: LiveList<Row>, row: Row): boolean {
  const last = rows.at(-1);
  return !nextCursor || !last || row.id > last.id;
}

function release<Row extends Listed>(list: LiveList<Row>): LiveList<Row> {
  if (list.held.length === 0) return list;
  const fresh = new Set(list.held.map(({ id }) => id));
  return bounded({ ...list, rows: merged(list.rows, list.held), held: [], heldBeyond: 0, fresh });
}

/**
 * Both, newest first, each id once: of two with one id the second list's. Both are in order already.
 * Arrivals are nearly always newer than all that is there: then nothing is compared, and else only
 * what lies above the oldest of them.
 */
function merged<Row extends Listed>(one: readonly Row[], other: readonly Row[]): readonly Row[] {
  const [newest] = one;
  const oldest = other.at(-1);
  if (!oldest) return one;
  if (!newest || oldest.id > newest.id) return other.concat(one);
  const rows: Row[] = [];
  let at = 0;
  for (const row of other) {
    for (let above = one[at]; above && above.id > row.id; above = one[at]) {
      rows.push(above);
      at += 1;
    }
    if (one[at]?.id === row.id) at += 1;
    rows.push(row);
  }
  return rows.concat(one.slice(at));
}

/** Each id once: its last row. */
function newestFirst<Row extends Listed>(rows: readonly Row[]): readonly Row[] {
  if (rows.length < 2) return rows;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** Where an id stands in rows that are newest first; -1 where it doesn't. */
export function indexOfId(rows: readonly Listed[], id: string): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.id ?? '') > id) low = middle + 1;
    else high = middle;
  }
  return rows[low]?.id === id ? low : -1;
}
