import { connect } from 'node:net';

export type RawAnswer = { status: number | 'closed' | 'no answer'; body: string };
export type RawSent = {
  port: number;
  bytes: Buffer;
  /** Ends our side once all is written. */
  halfClose?: boolean;
  /** More bytes, again and again, until the server has had enough. */
  drip?: { everyMs: number; bytes: string } | undefined;
  deadlineMs?: number;
};

/** Writes bytes to a socket as they are and waits until the server answers or closes. */
export function sendRaw(sent: RawSent): Promise<RawAnswer> {
  const { port, bytes, halfClose = false, drip, deadlineMs = 60_000 } = sent;
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    let text = '';
    const end = setTimeout(() => finish('no answer'), deadlineMs);
    const dripping =
      drip && setInterval(() => socket.writable && socket.write(drip.bytes), drip.everyMs);
    const finish = (otherwise: 'closed' | 'no answer') => {
      clearTimeout(end);
      clearInterval(dripping);
      socket.destroy();
      resolve(readAnswer(text, otherwise));
    };
    socket.on('connect', () => {
      socket.write(bytes);
      if (halfClose) socket.end();
    });
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (isWhole(text)) finish('closed');
    });
    socket.on('end', () => finish('closed'));
    socket.on('close', () => finish('closed'));
    // Whatever came before the connection broke is the answer.
    socket.on('error', () => {});
  });
}

/** `100 Continue` is no answer yet. */
function withoutContinue(text: string): string {
  return text.startsWith('HTTP/1.1 100') ? text.slice(text.indexOf('\r\n\r\n') + 4) : text;
}

function isWhole(text: string): boolean {
  const [head = '', body] = split(withoutContinue(text));
  if (body === undefined) return false;
  const length = /content-length: (\d+)/i.exec(head)?.[1];
  return length !== undefined && body.length >= Number(length);
}

function split(text: string): string[] {
  const end = text.indexOf('\r\n\r\n');
  return end < 0 ? [text] : [text.slice(0, end), text.slice(end + 4)];
}

function readAnswer(text: string, otherwise: 'closed' | 'no answer'): RawAnswer {
  const [head = '', body = ''] = split(withoutContinue(text));
  const status = /^HTTP\/1\.1 (\d{3})/.exec(head)?.[1];
  return { status: status ? Number(status) : otherwise, body };
}
