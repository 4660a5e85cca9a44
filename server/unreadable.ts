import type { Duplex } from 'node:stream';

/** What isn't HTTP never becomes a request: it is answered on the bare connection, which ends. */
export function refuseUnreadable(cause: NodeJS.ErrnoException, socket: Duplex): void {
  if (cause.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = unreadable[cause.code ?? ''] ?? unreadableAtAll;
  const body = JSON.stringify({ type: 'about:blank', ...refusal });
  const head = [
    `HTTP/1.1 ${refusal.status} ${refusal.title}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const unreadableAtAll = {
  title: 'Bad Request',
  status: 400,
  code: 'invalid_body',
  detail:
    'What was sent isn’t HTTP/1.1 that can be read: look at its request line, headers and chunks.',
};
/** By the codes of node:http. */
const unreadable: Record<string, typeof unreadableAtAll> = {
  HPE_HEADER_OVERFLOW: {
    title: 'Request Header Fields Too Large',
    status: 431,
    code: 'body_too_large',
    detail: 'The headers together may have 16 KiB: send fewer or shorter ones.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    title: 'Content Too Large',
    status: 413,
    code: 'body_too_large',
    detail: 'The extensions of a chunk may have 16 KiB: send none.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    title: 'Request Timeout',
    status: 408,
    code: 'invalid_body',
    detail: 'The request did not arrive in time: headers get 20 seconds, a body 300.',
  },
};
