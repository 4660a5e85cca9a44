import type { Server } from 'node:http';
import next from 'next';
import type { Handler } from './front.ts';

export type Pages = { handler: Handler; close(): Promise<void> };

/** Next behind our own server. `handler` may be called at once: requests wait until it is prepared. */
export function openPages(options: { httpServer: Server; folder: string }): Pages {
  const app = next({ dev: false, dir: options.folder, httpServer: options.httpServer });
  const prepared = app.prepare().then(() => app.getRequestHandler());
  // Told by `handler` to whoever asks; without this it would end the process.
  prepared.catch(() => {});
  return {
    handler(request, response) {
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
