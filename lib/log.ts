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
  const logger = pino(
    {
      level,
      base: undefined,
      messageKey: 'event',
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    // Written out at exit as well: pino sees to that for its own destinations.
    pino.destination({ dest: 1, sync: false, minLength: flushBytes, periodicFlush: flushEveryMs }),
  );
  const write =
    (method: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: Record<string, unknown> = {}) =>
      logger[method](withoutSecrets(fields), event);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
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
