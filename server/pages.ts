import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { NextServer } from 'next/dist/server/next.js';

/** Who calls, after trusted proxies. */
type Sender = {
  ip(request: IncomingMessage): string;
  protocol(request: IncomingMessage): string;
};

export type PagesOptions = {
  httpServer: Server;
  folder: string;
  sender: Sender;
  /** Compile each page when it is asked for, and again when its source changes. */
  dev: boolean;
};

/**
 * Next behind our own server. It takes most of a second and a third of the memory to load, so it is
 * loaded after health and the door are up; requests that come earlier wait for it.
 */
export class Pages {
  readonly #options: PagesOptions;
  #prepared: Promise<NextServer> | undefined;

  constructor(options: PagesOptions) {
    this.#options = options;
  }

  /** Begins to load; called twice it does nothing more. */
  load(): void {
    this.#app().catch(() => {
      // Told to whoever asks for a page; the door goes on without.
    });
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    tellSender(request, this.#options.sender);
    this.#app()
      .then((app) => app.getRequestHandler()(request, response))
      .catch(() => {
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
  }

  async close(): Promise<void> {
    await this.#prepared?.then((app) => app.close()).catch(() => {});
  }

  #app(): Promise<NextServer> {
    this.#prepared ??= this.#prepare();
    return this.#prepared;
  }

  async #prepare(): Promise<NextServer> {
    const { default: next } = await import('next');
    const { httpServer, folder: dir, dev } = this.#options;
    // Next listens for upgrades, and where anybody does, Node hands over every request that offers
    // one, as Java's client does for HTTP/2: the door would never see it. Only development needs them.
    const app = next({ dev, dir, httpServer: dev ? httpServer : createServer() });
    await app.prepare();
    return app as NextServer;
  }
}

/** Routes can't see the socket, so they are told. Whatever a caller put there is overwritten. */
function tellSender(request: IncomingMessage, sender: Sender): void {
  request.headers['x-hookline-ip'] = sender.ip(request);
  request.headers['x-forwarded-proto'] = sender.protocol(request);
}
