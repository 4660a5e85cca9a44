import type { IncomingMessage, Server } from 'node:http';
import next from 'next';
import type { Handler } from './front.ts';

/** Who calls, after trusted proxies. */
type Sender = {
  ip(request: IncomingMessage): string;
  protocol(request: IncomingMessage): string;
};

export type Pages = { handler: Handler; close(): Promise<void> };

/** Next behind our own server. `handler` may be called at once: requests wait until it is prepared. */
export function openPages(options: { httpServer: Server; folder: string; sender: Sender }): Pages {
  const app = next({ dev: false, dir: options.folder, httpServer: options.httpServer });
  const prepared = app.prepare().then(() => app.getRequestHandler());
  // Told by `handler` to whoever asks; without this it would end the process.
  prepared.catch(() => {});
  return {
    handler(request, response) {
      tellSender(request, options.sender);
      prepared
        .then((handle) => handle(request, response))
        .catch(() => {
          if (!response.headersSent) response.writeHead(500);
          response.end();
        });
    },
    async close() {
      await prepared.then(() => app.close()).catch(() => {});
    },
  };
}

/** Routes can't see the socket, so they are told. Whatever a caller put there is overwritten. */
function tellSender(request: IncomingMessage, sender: Sender): void {
  request.headers['x-hookline-ip'] = sender.ip(request);
  request.headers['x-forwarded-proto'] = sender.protocol(request);
}
