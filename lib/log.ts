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

export function createLog(level: string): Log {
  const logger = pino({
    level,
    base: undefined,
    messageKey: 'event',
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: [
      'token',
      'secret',
      'password',
      'authorization',
      'cookie',
      '*.token',
      '*.secret',
      '*.password',
    ],
  });
  const write =
    (method: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: Record<string, unknown> = {}) =>
      logger[method](fields, event);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
