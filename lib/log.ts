import { pino } from 'pino';

/**
 * One wide line per unit of work; never a secret, a token or a body.
 * Handed to whoever logs: nobody imports a logger from here but the wiring.
 */
export type Log = {
  debug(event: string, fields?: Record<string, unknown>): void;
  info(event: string, fields?: Record<string, unknown>): void;
  warn(event: string, fields?: Record<string, unknown>): void;
  error(event: string, fields?: Record<string, unknown>): void;
};

const secretNames = new Set(['token', 'secret', 'password', 'authorization', 'cookie']);
/** Lines gather this long: at thousands a second, a write for each would be the most expensive part of a request. */
const flushEveryMs = 200;
const flushBytes = 12_288;

export function createLog(level: string): Log {
  const out = new LineBuffer();
  const lowest = pino.levels.values[level] ?? Number.POSITIVE_INFINITY;
  return {
    debug: lowest > 20 ? nothing : lineWriter(out, 'debug'),
    info: lowest > 30 ? nothing : lineWriter(out, 'info'),
    warn: lowest > 40 ? nothing : lineWriter(out, 'warn'),
    error: lowest > 50 ? nothing : lineWriter(out, 'error'),
  };
}

/** Gathers lines in one text: pino's own destination measures and queues each. */
class LineBuffer {
  // Synchronous: what is on its way in a thread when the process exits may come late or never.
  readonly #out = pino.destination({ dest: 1, sync: true });
  #text = '';
  #timer: NodeJS.Timeout | undefined;

  constructor() {
    process.once('exit', () => this.#flush());
  }

  write(line: string): void {
    this.#text += line;
    if (this.#text.length >= flushBytes) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), flushEveryMs).unref();
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#text !== '') this.#out.write(this.#text);
    this.#text = '';
  }
}

const nothing = () => {};

/**
 * Lines as pino writes them, but made by one JSON.stringify: its walk over the fields costs three
 * times as much, and there is a line for every request.
 */
function lineWriter(out: LineBuffer, level: string) {
  const clock = new LineClock();
  return (event: string, fields: Record<string, unknown> = {}) => {
    const named = stringified(withoutSecrets(fields)).slice(1, -1);
    const middle = named === '' ? '' : `,${named}`;
    out.write(
      `{"level":"${level}","time":"${clock.now()}"${middle},"event":${JSON.stringify(event)}}\n`,
    );
  };
}

/** What can't be written as JSON (a cycle, a bigint) must not cost the caller more than its line. */
function stringified(fields: Record<string, unknown>): string {
  try {
    return JSON.stringify(fields);
  } catch (cause) {
    return JSON.stringify({ unwritable: (cause as Error).message });
  }
}

/** Many lines share a millisecond; writing its date costs as much as the rest of a line. */
class LineClock {
  #ms = 0;
  #text = '';

  now(): string {
    const ms = Date.now();
    if (ms !== this.#ms) {
      this.#ms = ms;
      this.#text = new Date(ms).toISOString();
    }
    return this.#text;
  }
}

/** A second pair of eyes: pino's own redaction copies every line, this one only what it changes. */
function withoutSecrets(fields: Record<string, unknown>, depth = 0): Record<string, unknown> {
  let safe = fields;
  for (const name in fields) {
    const value = fields[name];
    const inner = depth < 2 && isPlain(value) ? withoutSecrets(value, depth + 1) : value;
    const kept = secretNames.has(name) ? '[hidden]' : inner;
    if (kept === value) continue;
    if (safe === fields) safe = { ...fields };
    safe[name] = kept;
  }
  return safe;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
