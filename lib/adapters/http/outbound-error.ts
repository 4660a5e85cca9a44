import type { StepError } from '#lib/core/execution/types.ts';

type Row = { code: string; retryable: boolean; message: (host: string) => string };

const timeout: Row = {
  code: 'timeout',
  retryable: true,
  message: (host) => `${host} didn't take the connection in time.`,
};
const failedConnection = (message: Row['message']): Row => ({
  code: 'connection_failed',
  retryable: true,
  message,
});
const dropped = failedConnection((host) => `${host} closed the connection before it answered.`);
const unreachable = failedConnection((host) => `There is no way to ${host} from here.`);
const badAnswer: Row = {
  code: 'invalid_response',
  retryable: false,
  message: (host) => `${host} answered something that is not HTTP.`,
};

/** By the code of the error that Node or undici gives. */
const rows: Readonly<Record<string, Row>> = {
  ENOTFOUND: {
    code: 'dns_failed',
    retryable: false,
    message: (host) => `There is no host called ${host}. Check the URL.`,
  },
  EAI_AGAIN: {
    code: 'dns_failed',
    retryable: true,
    message: (host) => `The address of ${host} could not be looked up.`,
  },
  ETIMEDOUT: timeout,
  UND_ERR_CONNECT_TIMEOUT: timeout,
  ECONNREFUSED: failedConnection((host) => `Nothing listens at ${host}.`),
  ECONNRESET: dropped,
  EPIPE: dropped,
  UND_ERR_SOCKET: dropped,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  EADDRNOTAVAIL: unreachable,
  HTTPParserError: badAnswer,
  UND_ERR_HEADERS_OVERFLOW: badAnswer,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: badAnswer,
  UND_ERR_INVALID_ARG: {
    code: 'invalid_request',
    retryable: false,
    message: () => "The request can't be sent as it is. Check its headers.",
  },
};
const certificate =
  /^(CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO)/;

/** What went wrong with a call, in words, and whether it can pass by itself. */
export function outboundError(cause: unknown, host: string): StepError {
  const error = firstOf(cause);
  // The parser's errors have a name alone.
  const code = error.code ?? error.name ?? '';
  if (code === 'EGRESS_BLOCKED') {
    return { code: 'egress_blocked', message: error.message, retryable: false };
  }
  if (certificate.test(code)) {
    const message = `The secure connection to ${host} failed: ${tlsReason(error)}`;
    return { code: 'tls_failed', message, retryable: false };
  }
  const row = rowOf(code);
  return { code: row.code, message: row.message(host), retryable: row.retryable };
}

function rowOf(code: string): Row {
  const row = Object.hasOwn(rows, code) ? rows[code] : undefined;
  if (row) return row;
  return failedConnection((host) => `The connection to ${host} failed (${code || 'unknown'}).`);
}

type Coded = { code?: string; name?: string; message: string };

/** Of a name with several addresses, each of which failed: why the first did. */
function firstOf(cause: unknown): Coded {
  const error = cause as Coded & { errors?: Coded[] };
  return error.errors?.[0] ?? error;
}

/** OpenSSL's messages are for its developers; its codes say the same in three words. */
function tlsReason({ code = '', message }: Coded): string {
  if (code === 'EPROTO') return 'it does not speak TLS there.';
  if (code.startsWith('ERR_SSL_')) return `${code.slice(8).toLowerCase().replaceAll('_', ' ')}.`;
  const [line = ''] = message.split('\n');
  return `${line.slice(0, 200)}.`;
}
