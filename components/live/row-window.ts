/** Drawn beyond what is in sight, on both sides. */
const spare = 12;

export type Sight = { top: number; bottom: number; count: number; rowHeight: number };

/** From `first` up to, but not with, `end`. */
export function rowsInSight({ top, bottom, count, rowHeight }: Sight) {
  const end = Math.min(count, Math.ceil(bottom / rowHeight) + spare);
  return { first: Math.max(0, Math.min(end, Math.floor(top / rowHeight)) - spare), end };
}

type Scroller = { scrollTop: number; clientHeight: number };

/** Where to scroll to so that a whole row is in sight; where it is already, nothing moves. */
export function topFor(index: number, rowHeight: number, scroller: Scroller): number {
  const { scrollTop, clientHeight } = scroller;
  const [start, end] = [index * rowHeight, (index + 1) * rowHeight];
  if (start < scrollTop) return start;
  return end > scrollTop + clientHeight ? end - clientHeight : scrollTop;
}
