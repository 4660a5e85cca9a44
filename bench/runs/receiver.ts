import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The service that workflows call: answers at once and notes when each ticket came. */
export class Receiver {
  readonly arrivals = new Map<string, number>();
  count = 0;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      this.count += 1;
      const ticket = request.headers['x-ticket'];
      if (typeof ticket === 'string') this.arrivals.set(ticket, performance.now());
      request.resume();
      request.on('end', () => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': 11 });
        response.end('{"ok":true}');
      });
    });
    this.#server.keepAliveTimeout = 60_000;
  }

  start(): Promise<number> {
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () =>
        resolve((this.#server.address() as AddressInfo).port),
      );
    });
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
