import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export type Load = {
  port: number;
  connections: number;
  seconds: number;
  /** The request's text before and after its delivery id. */
  before: string;
  after: string;
};
export type Measured = { perSecond: number; p50: number; p99: number; requests: number };

/**
 * Sends one request after the other on each connection: requests are built beforehand, nothing is
 * pipelined and answers are only looked at for their status, so that the server is what's measured.
 */
export async function runLoad(load: Load): Promise<Measured> {
  const times: number[] = [];
  const run = { open: true, prefix: randomBytes(6).toString('hex'), sent: 0 };
  const started = performance.now();
  const ends = Array.from({ length: load.connections }, () => drive(load, run, times));
  setTimeout(() => {
    run.open = false;
  }, load.seconds * 1000);
  await Promise.all(ends);
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return {
    perSecond: times.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    requests: times.length,
  };
}

type Run = { open: boolean; prefix: string; sent: number };

function drive(load: Load, run: Run, times: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: load.port, host: '127.0.0.1', noDelay: true });
    let sentAt = 0;
    let partial = '';
    const send = () => {
      run.sent += 1;
      const id = `${run.prefix}-0000-4000-8000-${String(run.sent).padStart(12, '0')}`;
      sentAt = performance.now();
      socket.write(load.before + id + load.after, 'latin1');
    };
    socket.on('connect', send);
    socket.on('data', (chunk) => {
      const text = partial + chunk.toString('latin1');
      if (!isWhole(text)) {
        partial = text;
        return;
      }
      partial = '';
      times.push(performance.now() - sentAt);
      if (!text.startsWith('HTTP/1.1 202')) return fail(socket, reject, text);
      if (run.open) return send();
      socket.end();
      resolve();
    });
    socket.on('error', reject);
    socket.on('close', () => (run.open ? reject(new Error('The server closed.')) : resolve()));
  });
}

function fail(socket: Socket, reject: (cause: Error) => void, text: string): void {
  socket.destroy();
  reject(new Error(`Not a 202: ${text.slice(0, 300)}`));
}

const length = /\r\ncontent-length: (\d+)\r\n/i;

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const bytes = length.exec(text)?.[1];
  return text.length >= end + 4 + Number(bytes ?? 0);
}
