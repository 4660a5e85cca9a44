import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { startRefusal } from '#lib/core/start-refusal.ts';
import { refuseUnreadable } from './unreadable.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export type FrontState = {
  /** Null once all is well; else what health says while it answers 503. */
  unwell(): string | null;
  draining(): boolean;
  health(): Record<string, unknown>;
  /** Undefined until the database is up, and on a worker for good. */
  door(): { handle: Handler; handleExpecting: Handler } | undefined;
  pages(): { handle: Handler } | undefined;
};

/**
 * The one HTTP server. It listens before anything else is up, so that a taken port is known at once
 * and senders that come early are told to come again.
 */
export function createFront(state: FrontState): Server {
  const server = createServer(
    {
      // Whoever sends headers or bodies drop by drop is cut off; a 10 MiB body needs 27 kB/s.
      headersTimeout: 20_000,
      requestTimeout: 300_000,
      connectionsCheckingInterval: 10_000,
      // Longer than the idle time of common load balancers (60 s): they close first.
      keepAliveTimeout: 65_000,
      noDelay: true,
    },
    (request, response) => route(state, request, response),
  );
  server.maxRequestsPerSocket = 0;
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) =>
    routeExpecting(state, request, response),
  );
  // Other expectations nobody has to meet (RFC 9110 §10.1.1); refused, the request would be lost.
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
    route(state, request, response),
  );
  server.on('clientError', refuseUnreadable);
  return server;
}

function route(state: FrontState, request: IncomingMessage, response: ServerResponse): void {
  const url = pathOf(request.url ?? '/');
  request.url = url;
  // A connection that is kept alive would otherwise bring its next request to a server that is going.
  if (state.draining()) response.shouldKeepAlive = false;
  if (url === '/api/health' || url.startsWith('/api/health?')) {
    answerHealth(state, response);
    return;
  }
  if (!isHook(url) && !isReadable(url)) {
    send(response, 404, nowhere);
    return;
  }
  const target = isHook(url) ? state.door() : state.pages();
  if (target) target.handle(request, response);
  else answerNotYet(state, response);
}

/** Also where the whole address was sent, as to a proxy (RFC 9112 §3.2.2), or a slash too many. */
function pathOf(target: string): string {
  const path = /^https?:\/\/[^/?#]*(.*)$/i.exec(target)?.[1] ?? target;
  // A base URL that ends in a slash gave the address two: few senders follow a redirect.
  return path.replace(/^\/{2,}(?=hooks\/)/, '/').replace(/^(?!\/)/, '/');
}

/** Percent signs that stand for no text: Next would answer 500. */
function isReadable(url: string): boolean {
  try {
    decodeURI(url);
    return true;
  } catch {
    return false;
  }
}

const nowhere = {
  title: 'Not found',
  status: 404,
  code: 'not_found',
  detail: 'This address can’t be read: a percent sign in it stands for no character.',
};

function isHook(url: string): boolean {
  return url.startsWith('/hooks/');
}

/** The door invites a body only once the headers got through. */
function routeExpecting(
  state: FrontState,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  request.url = pathOf(request.url ?? '/');
  const door = isHook(request.url) ? state.door() : undefined;
  if (door) {
    door.handleExpecting(request, response);
    return;
  }
  response.writeContinue();
  route(state, request, response);
}

function answerHealth(state: FrontState, response: ServerResponse): void {
  const unwell = state.unwell();
  send(response, unwell ? 503 : 200, { status: unwell ?? 'ok', ...state.health() });
}

function answerNotYet(state: FrontState, response: ServerResponse): void {
  const unwell = state.unwell();
  if (!unwell) {
    send(response, 404, {
      title: 'Not found',
      status: 404,
      code: 'not_found',
      detail: 'This node is a worker: it serves only /api/health.',
    });
    return;
  }
  response.setHeader('retry-after', '2');
  send(response, 503, {
    title: 'Not ready',
    status: 503,
    code: 'overloaded',
    detail: `Hookline is ${unwell}: send it again in a moment.`,
  });
}

function send(response: ServerResponse, status: number, body: Record<string, unknown>): void {
  const problem = 'code' in body;
  response.writeHead(status, {
    'content-type': problem ? 'application/problem+json' : 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // What a refused request still sends must not be taken for the next one.
    ...(status === 503 ? { connection: 'close' } : {}),
  });
  response.end(JSON.stringify(body));
}

export function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(cannotListen(cause, host, port)));
    server.listen({ host, port, backlog: 1024 }, resolve);
  });
}

const reasons: Record<string, string> = {
  EADDRINUSE: 'is taken by another program',
  EACCES: 'is reserved for root',
  EADDRNOTAVAIL: 'belongs to an address that this machine does not have',
};

function cannotListen(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  const reason = reasons[cause.code ?? ''] ?? `can't be used (${cause.code})`;
  return startRefusal(
    `Port ${port} on ${host} ${reason}: stop that program, or choose another with PORT (and HOST).`,
  );
}
