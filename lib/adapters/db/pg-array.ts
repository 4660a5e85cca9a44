/**
 * PostgreSQL's binary array format (src/backend/utils/adt/arrayfuncs.c, `array_recv`): one dimension,
 * built in one buffer. Sent as a parameter it costs neither side any parsing, and one prepared
 * statement serves every batch size.
 */
const headerBytes = 20;
const oid = { bytea: 17, int8: 20, int2: 21, int4: 23, text: 25, timestamptz: 1184, uuid: 2950 };
/** Microseconds between the Unix epoch and PostgreSQL's, 2000-01-01. */
const pgEpochMs = 946_684_800_000;

function start(type: number, count: number, bytes: number): Buffer {
  const buffer = Buffer.allocUnsafe(headerBytes + bytes);
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(1, 4);
  buffer.writeInt32BE(type, 8);
  buffer.writeInt32BE(count, 12);
  buffer.writeInt32BE(1, 16);
  return buffer;
}

export function uuidArray(values: readonly string[]): Buffer {
  const buffer = start(oid.uuid, values.length, values.length * 20);
  let at = headerBytes;
  for (const value of values) {
    buffer.writeInt32BE(16, at);
    buffer.write(value.replaceAll('-', ''), at + 4, 'hex');
    at += 20;
  }
  return buffer;
}

/** Texts must hold no NUL (PostgreSQL refuses it); lone surrogates become U+FFFD. */
export function textArray(values: readonly (string | null)[]): Buffer {
  let most = 0;
  for (const value of values) most += 4 + (value === null ? 0 : value.length * 3);
  const buffer = start(oid.text, values.length, most);
  let at = headerBytes;
  for (const value of values) {
    const bytes = value === null ? -1 : buffer.write(value, at + 4, 'utf8');
    buffer.writeInt32BE(bytes, at);
    at += 4 + Math.max(bytes, 0);
  }
  return buffer.subarray(0, at);
}

export function byteaArray(values: readonly (Uint8Array | null)[]): Buffer {
  let bytes = 0;
  for (const value of values) bytes += 4 + (value?.byteLength ?? 0);
  const buffer = start(oid.bytea, values.length, bytes);
  let at = headerBytes;
  for (const value of values) {
    buffer.writeInt32BE(value ? value.byteLength : -1, at);
    if (value) buffer.set(value, at + 4);
    at += 4 + (value?.byteLength ?? 0);
  }
  return buffer;
}

export function int4Array(values: readonly number[]): Buffer {
  const buffer = start(oid.int4, values.length, values.length * 8);
  let at = headerBytes;
  for (const value of values) {
    buffer.writeInt32BE(4, at);
    buffer.writeInt32BE(value, at + 4);
    at += 8;
  }
  return buffer;
}

export function int8Array(values: readonly number[]): Buffer {
  return wide(oid.int8, values, (value) => value);
}

/** From Unix milliseconds. */
export function timestampArray(values: readonly number[]): Buffer {
  return wide(oid.timestamptz, values, (ms) => (ms - pgEpochMs) * 1000);
}

function wide(type: number, values: readonly number[], convert: (value: number) => number): Buffer {
  const buffer = start(type, values.length, values.length * 12);
  let at = headerBytes;
  for (const value of values) {
    const whole = Math.round(convert(value));
    buffer.writeInt32BE(8, at);
    buffer.writeInt32BE(Math.floor(whole / 0x1_0000_0000), at + 4);
    buffer.writeUInt32BE(whole >>> 0, at + 8);
    at += 12;
  }
  return buffer;
}
