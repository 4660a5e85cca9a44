export type HexRow = {
  /** Of the first byte, six hex digits or more. */
  offset: string;
  /** Two digits each, at most sixteen. */
  bytes: string[];
  /** One character a byte; a dot where it can't be printed. */
  text: string;
};

const perRow = 16;
export function hexRowCount(length: number): number {
  return Math.ceil(length / perRow);
}

/** One row of sixteen bytes; made when it is drawn, so that a huge body costs nothing. */
export function hexRow(body: Uint8Array, row: number): HexRow {
  const start = row * perRow;
  const part = [...body.subarray(start, start + perRow)];
  return {
    offset: start.toString(16).padStart(6, '0'),
    bytes: part.map((byte) => byte.toString(16).padStart(2, '0')),
    text: part.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join(''),
  };
}
