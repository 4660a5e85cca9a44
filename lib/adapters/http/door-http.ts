import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BlockList } from 'node:net';
import { isIPv6 } from 'node:net';
import type { Arrival, BodyRead, DoorAnswer } from '#lib/core/request/arrival.ts';

export type DoorHttpOptions = {
  receive(arrival: Arrival): Promise<DoorAnswer>;
  now(): number;
  /** How senders reach us, without a trailing slash; undefined: as the request says. */
  publicUrl: string | undefined;
  /** Whose `X-Forwarded-*` are believed. */
  trustedProxies: BlockList | null;
  onBug(cause: Error): void;
};

/** All bodies being read or stored; past that, senders are told to come again. */
const maxBytesInFlight = 256 * 1_048_576;
/** How much of a refused body is still swallowed, so that its sender can read the answer. */
const maxDrainBytes = 1_048_576;
const drainMs = 2_000;
const prefix = '/hooks/';

/** Sent with every answer: it shares an origin with the app. */
export const doorHeaders = {
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** The door on node:http, ahead of Next. */
export class DoorHttp {
  readonly #options: DoorHttpOptions;
  #bytesInFlight = 0;

  constructor(options: DoorHttpOptions) {
    this.#options = options;
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    const body = new BodyReader(request, (bytes) => this.#reserve(bytes));
    this.#options
      .receive(this.#arrival(request, body))
      .then((answer) => send(request, response, answer))
      .catch((cause: Error) => {
        this.#options.onBug(cause);
        if (!response.headersSent) response.writeHead(500, doorHeaders);
        response.end();
      })
      .finally(() => {
        this.#bytesInFlight -= body.reserved;
      });
  }

  #reserve(bytes: number): boolean {
    if (this.#bytesInFlight + bytes > maxBytesInFlight) return false;
    this.#bytesInFlight += bytes;
    return true;
  }

  #arrival(request: IncomingMessage, body: BodyReader): Arrival {
    const url = request.url ?? prefix;
    const mark = url.indexOf('?');
    const route = mark < 0 ? url : url.slice(0, mark);
    const slash = route.indexOf('/', prefix.length);
    return {
      method: request.method ?? 'POST',
      token: slash < 0 ? route.slice(prefix.length) : route.slice(prefix.length, slash),
      path: slash < 0 ? '' : route.slice(slash),
      query: mark < 0 ? '' : url.slice(mark + 1),
      headers: pairs(request.rawHeaders),
      ip: this.#ip(request),
      url: `${this.#options.publicUrl ?? this.#origin(request)}${url}`,
      receivedAt: this.#options.now(),
      readBody: (limit) => body.read(limit),
      readHead: async (limit) => ({ head: await body.head(limit), size: body.claimed }),
    };
  }

  #isTrusted(address: string): boolean {
    const list = this.#options.trustedProxies;
    if (!list) return false;
    return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  }

  /** The last address in the chain that is not one of our proxies. */
  #ip(request: IncomingMessage): string {
    const remote = plainAddress(request.socket.remoteAddress ?? '');
    const forwarded = request.headers['x-forwarded-for'];
    if (forwarded === undefined || !this.#isTrusted(remote)) return remote;
    const chain = String(forwarded)
      .split(',')
      .map((part) => plainAddress(part.trim()));
    return chain.findLast((address) => !this.#isTrusted(address)) ?? remote;
  }

  #origin(request: IncomingMessage): string {
    const host = request.headers.host ?? 'localhost';
    const trusted = this.#isTrusted(plainAddress(request.socket.remoteAddress ?? ''));
    const protocol = trusted && request.headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
    return `${protocol}://${host}`;
  }
}

function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}

function pairs(raw: readonly string[]): [string, string][] {
  const list: [string, string][] = [];
  for (let index = 0; index + 1 < raw.length; index += 2)
    list.push([raw[index] ?? '', raw[index + 1] ?? '']);
  return list;
}

function send(request: IncomingMessage, response: ServerResponse, answer: DoorAnswer): void {
  if (response.destroyed) return;
  const headers: Record<string, string | number> = {
    ...answer.headers,
    ...doorHeaders,
    'content-length': Buffer.byteLength(answer.body),
  };
  // What a refused sender still sends must not be taken for its next request.
  const unread = !request.complete;
  if (unread) headers.connection = 'close';
  const bodyless = answer.status === 204 || answer.status === 304;
  if (bodyless) delete headers['content-length'];
  response.writeHead(answer.status, headers);
  response.end(bodyless || request.method === 'HEAD' ? undefined : answer.body);
  if (unread) drain(request);
}

function drain(request: IncomingMessage): void {
  let bytes = 0;
  const timer = setTimeout(() => request.destroy(), drainMs);
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength;
    if (bytes > maxDrainBytes) request.destroy();
  });
  request.on('close', () => clearTimeout(timer));
  request.resume();
}

/** Reads a body once, counting what it holds against what all may hold. */
class BodyReader {
  readonly #request: IncomingMessage;
  readonly #reserve: (bytes: number) => boolean;
  #chunks: Buffer[] = [];
  #size = 0;
  reserved = 0;

  constructor(request: IncomingMessage, reserve: (bytes: number) => boolean) {
    this.#request = request;
    this.#reserve = reserve;
  }

  /** The size that the sender announced, or what came. */
  get claimed(): number {
    const announced = Number(this.#request.headers['content-length']);
    return Number.isSafeInteger(announced) && announced > this.#size ? announced : this.#size;
  }

  read(limit: number): Promise<BodyRead> {
    if (Number(this.#request.headers['content-length'] ?? 0) > limit)
      return this.head(headBytes).then((head) => this.#failed('too_large', head));
    return new Promise((resolve) => {
      const request = this.#request;
      const finish = (result: BodyRead) => {
        request.removeAllListeners('data');
        request.removeAllListeners('end');
        request.removeAllListeners('aborted');
        request.removeAllListeners('error');
        request.on('error', () => {});
        resolve(result);
      };
      const fail = (why: 'too_large' | 'overloaded' | 'aborted') => {
        request.pause();
        finish(this.#failed(why, this.#joined().subarray(0, headBytes)));
      };
      request.on('data', (chunk: Buffer) => {
        if (!this.#take(chunk)) fail('overloaded');
        else if (this.#size > limit) fail('too_large');
      });
      request.on('end', () => finish({ ok: true, body: this.#joined() }));
      request.on('aborted', () => fail('aborted'));
      request.on('error', () => fail('aborted'));
    });
  }

  /** What has already come of it, without waiting for more than the next chunk. */
  head(limit: number): Promise<Buffer> {
    const request = this.#request;
    if (request.complete && request.readableLength === 0)
      return Promise.resolve(this.#joined().subarray(0, limit));
    const read = request.read(Math.min(limit, request.readableLength)) as Buffer | null;
    if (read) this.#take(read);
    return Promise.resolve(this.#joined().subarray(0, limit));
  }

  #take(chunk: Buffer): boolean {
    if (!this.#reserve(chunk.byteLength)) return false;
    this.reserved += chunk.byteLength;
    this.#chunks.push(chunk);
    this.#size += chunk.byteLength;
    return true;
  }

  #joined(): Buffer {
    const [only] = this.#chunks;
    const joined =
      only && this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks, this.#size);
    this.#chunks = [joined];
    return joined;
  }

  #failed(why: 'too_large' | 'overloaded' | 'aborted', head: Uint8Array): BodyRead {
    return { ok: false, why, head, size: this.claimed };
  }
}

const headBytes = 65_536;
