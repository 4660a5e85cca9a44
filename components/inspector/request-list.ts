/** Whatever is listed by an id that carries its time. */
type Listed = { id: string };

/**
 * The rows of a live list: pages of older ones come at its end, live ones at its start, and nothing
 * is lost or doubled however they overtake each other.
 */
export type RequestList<Row extends Listed> = {
  /** Newest first. */
  rows: readonly Row[];
  /** Arrived while the list was held: shown when the person asks, newest first. */
  held: readonly Row[];
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
  | { type: 'released' }
  /** The newest page is asked for: at first, for another filter, or after a break too long to catch up with. */
  | { type: 'restarting' }
  /** It is there, and takes the place of what was shown. */
  | { type: 'restarted'; rows: readonly Row[]; nextCursor: string | null };

export function emptyList<Row extends Listed>(): RequestList<Row> {
  return { rows: [], held: [], nextCursor: undefined, fresh: new Set() };
}

export function reduceList<Row extends Listed>(
  list: RequestList<Row>,
  event: ListEvent<Row>,
): RequestList<Row> {
  switch (event.type) {
    case 'page':
      return addPage(list, event.rows, event.nextCursor);
    case 'arrived':
      return gather(arrive(list, event), event);
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
  list: RequestList<Row>,
  rows: readonly Row[],
  nextCursor: string | null,
): RequestList<Row> {
  const held = new Set(list.held.map(({ id }) => id));
  const unheld = rows.filter(({ id }) => !held.has(id));
  return { ...list, rows: merged(unheld, list.rows), nextCursor };
}

function restart<Row extends Listed>(
  { meanwhile = [] }: RequestList<Row>,
  rows: readonly Row[],
  nextCursor: string | null,
): RequestList<Row> {
  const page = { ...emptyList<Row>(), rows, nextCursor };
  const reached = meanwhile.filter((row) => isReached(page, row));
  return addPage({ ...emptyList(), rows: newestFirst(reached) }, rows, nextCursor);
}

function arrive<Row extends Listed>(
  list: RequestList<Row>,
  event: Extract<ListEvent<Row>, { type: 'arrived' }>,
): RequestList<Row> {
  const isKnown = ({ id }: Row) => indexOfId(list.rows, id) >= 0;
  const changed = event.rows.filter(isKnown);
  const added = event.rows.filter((row) => !isKnown(row) && event.matches(row));
  const reached = added.filter((row) => isReached(list, row));
  const rows = merged(list.rows, changed);
  if (reached.length === 0) return changed.length > 0 ? { ...list, rows } : list;
  if (event.hold) return { ...list, rows, held: merged(list.held, reached) };
  const fresh = new Set(reached.map(({ id }) => id));
  return { ...list, rows: merged(merged(rows, list.held), reached), held: [], fresh };
}

function gather<Row extends Listed>(
  list: RequestList<Row>,
  { rows, matches }: Extract<ListEvent<Row>, { type: 'arrived' }>,
): RequestList<Row> {
  if (!list.meanwhile) return list;
  return { ...list, meanwhile: merged(list.meanwhile, rows.filter(matches)) };
}

/** Older than all that was loaded: its page will bring it. Shown now, it would seem to follow the last. */
function isReached<Row extends Listed>({ rows, nextCursor }: RequestList<Row>, row: Row): boolean {
  const last = rows.at(-1);
  return !nextCursor || !last || row.id > last.id;
}

function release<Row extends Listed>(list: RequestList<Row>): RequestList<Row> {
  if (list.held.length === 0) return list;
  const fresh = new Set(list.held.map(({ id }) => id));
  return { ...list, rows: merged(list.rows, list.held), held: [], fresh };
}

/**
 * Both, newest first, each id once: of two with one id the second list's. `one` is in order already.
 * Arrivals are nearly always newer than all that is there: then nothing is compared.
 */
function merged<Row extends Listed>(one: readonly Row[], other: readonly Row[]): readonly Row[] {
  if (other.length === 0) return one;
  const added = newestFirst(other);
  const [newest] = one;
  const oldest = added.at(-1);
  if (!newest || !oldest || oldest.id > newest.id) return [...added, ...one];
  const byId = new Map([...one, ...added].map((row) => [row.id, row]));
  return newestFirst([...byId.values()]);
}

function newestFirst<Row extends Listed>(rows: readonly Row[]): readonly Row[] {
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
