import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DoorAnswer } from '#lib/core/request/arrival.ts';
import { doorHeaders } from '#lib/core/request/door-headers.ts';

/** How much of a refused body is still swallowed, so that its sender gets to read the answer. */
const drainBytes = 1_048_576;
const drainMs = 2_000;
const always = doorHeaders.flat();

export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: DoorAnswer,
): void {
  if (response.destroyed) return;
  const { status, body } = answer;
  const headers = always.slice();
  for (const name in answer.headers) headers.push(name, answer.headers[name] ?? '');
  const bodyless = status === 204 || status === 304;
  const bytes = Buffer.byteLength(body);
  if (!bodyless) headers.push('content-length', String(bytes));
  // What a refused sender still sends must not be taken for its next request.
  const unread = !request.complete;
  if (unread) headers.push('connection', 'close');
  response.writeHead(status, headers);
  // Head and body leave as one text; where both are ASCII it needs no encoder.
  const encoding = bytes === body.length ? 'latin1' : 'utf8';
  response.end(bodyless || request.method === 'HEAD' ? undefined : body, encoding);
  if (unread) drain(request);
}

function drain(request: IncomingMessage): void {
  let bytes = 0;
  const timer = setTimeout(() => request.destroy(), drainMs);
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength;
    if (bytes > drainBytes) request.destroy();
  });
  request.on('close', () => clearTimeout(timer));
  request.resume();
}
