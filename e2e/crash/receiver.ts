import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The service that steps call. It notes when each idempotency key came, and takes its time. */
export class Receiver {
  /** Unix milliseconds of each call, by its key `run:node:item`. */
  readonly calls = new Map<string, number[]>();
  readonly #server = createServer((request, response) => {
    const key = String(request.headers['idempotency-key'] ?? '');
    const times = this.calls.get(key);
    if (times) times.push(Date.now());
    else this.calls.set(key, [Date.now()]);
    request.resume();
    // Some answers are under way whenever something dies.
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"ok":true}');
    }, Math.random() * 30);
  });

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
