export type Viewport = { x: number; y: number; zoom: number };
type Size = { width: number; height: number };
type Span = { from: number; length: number };

/** What floats over the canvas: the run's bar and a step's buttons above, the zoom's below. */
const room = { x: { before: 24, after: 24 }, y: { before: 60, after: 56 } };

/** The least pan that shows the whole box. Null where it is to be seen already. */
export function shownViewport(
  { x, y, zoom }: Viewport,
  box: { x: number; y: number } & Size,
  pane: Size,
): Viewport | null {
  const across = { from: box.x * zoom + x, length: box.width * zoom };
  const down = { from: box.y * zoom + y, length: box.height * zoom };
  const dx = shift(across, pane.width, room.x);
  const dy = shift(down, pane.height, room.y);
  return dx === 0 && dy === 0 ? null : { x: x + dx, y: y + dy, zoom };
}

function shift({ from, length }: Span, size: number, free: { before: number; after: number }) {
  const last = size - free.after - length;
  if (from < free.before || last < free.before) return free.before - from;
  return Math.min(0, last - from);
}
