import { createHash } from 'node:crypto';

/**
 * Ids are UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, version, 74 bits of randomness.
 * Tables that grow are partitioned by them, so an id alone finds its day.
 */
export function uuidv7(nowMs: number, random: Uint8Array): string {
  const hex = Buffer.from(random.buffer, random.byteOffset, 10).toString('hex');
  return formatV7(nowMs, hex);
}

/**
 * Ids in the order they were asked for, also within one millisecond (RFC 9562 §6.2, method 2: the
 * random tail counts up): lists sorted by id then show things as they were made. One per process.
 */
export class OrderedIds {
  readonly #now: () => number;
  readonly #random: () => Uint8Array;
  #ms = 0;
  #tail = 0n;

  /** `now`: Unix milliseconds. `random`: at least 10 fresh bytes. */
  constructor(now: () => number, random: () => Uint8Array) {
    this.#now = now;
    this.#random = random;
  }

  next(): string {
    const ms = Math.max(this.#now(), this.#ms);
    this.#tail = ms === this.#ms ? this.#tail + 1n : this.#fresh();
    this.#ms = ms;
    return formatV7(ms, this.#tail.toString(16).padStart(20, '0'));
  }

  /** The lowest 40 bits start below their half: counting up never carries into the version's bits. */
  #fresh(): bigint {
    const bytes = this.#random();
    const hex = Buffer.from(bytes.buffer, bytes.byteOffset, 10).toString('hex');
    return BigInt(`0x${hex}`) & ~(1n << 47n);
  }
}

/** `tail` is 20 hex digits; the version and variant bits overwrite 6 bits of it. */
function formatV7(ms: number, tail: string): string {
  const time = Math.floor(ms).toString(16).padStart(12, '0');
  const variant = ((Number.parseInt(tail.slice(4, 5), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(1, 4)}-${variant}${tail.slice(5, 8)}-${tail.slice(8, 20)}`;
}

/** Unix milliseconds that a UUIDv7 carries. */
export function uuidTime(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/** The lowest UUID of a millisecond: a bound for `id >= …` and for partitions. Before 1970: the lowest of all. */
export function uuidFloor(ms: number): string {
  const time = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}

export type RunIdentity = {
  requestId: string;
  workflowId: string;
  triggerNodeId: string;
  /** 0 for the run that the request itself started; reruns count up. */
  rerun: number;
};

/**
 * A run's id is derived, never drawn: the request's millisecond and a hash of what makes the run
 * this run. A job delivered twice therefore names the same run, and all runs of one request share
 * the request's time prefix, so they are found by a range of ids.
 */
export function runIdFor(identity: RunIdentity): string {
  const { requestId, workflowId, triggerNodeId, rerun } = identity;
  const tail = createHash('sha256')
    .update(`${requestId}\n${workflowId}\n${triggerNodeId}\n${rerun}`)
    .digest('hex')
    .slice(0, 20);
  return formatV7(uuidTime(requestId), tail);
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Guards a query: anything else would reach PostgreSQL as 22P02. */
export function isUuid(value: string): boolean {
  return uuidShape.test(value);
}
