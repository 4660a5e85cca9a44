import type { IncomingMessage } from 'node:http';
import { type AddressList, senderAddress } from '#lib/core/request/sender-address.ts';

/** Where a request comes from, believing `X-Forwarded-*` only from our own proxies. */
export class SenderAddress {
  readonly #trusted: AddressList | null;

  constructor(trustedProxies: AddressList | null) {
    this.#trusted = trustedProxies;
  }

  ip(request: IncomingMessage): string {
    const remote = request.socket.remoteAddress ?? '';
    const trusted = this.#trusted;
    if (!trusted) return senderAddress({ remote, forwarded: undefined, trusted });
    const forwarded = request.headers['x-forwarded-for']?.toString();
    return senderAddress({ remote, forwarded, trusted });
  }

  origin(request: IncomingMessage): string {
    return `${this.protocol(request)}://${request.headers.host ?? 'localhost'}`;
  }

  protocol(request: IncomingMessage): 'http' | 'https' {
    if (request.headers['x-forwarded-proto'] !== 'https' || !this.#trusted) return 'http';
    const remote = request.socket.remoteAddress ?? '';
    const nearest = senderAddress({ remote, forwarded: undefined, trusted: null });
    return this.#trusted.has(nearest) ? 'https' : 'http';
  }
}
