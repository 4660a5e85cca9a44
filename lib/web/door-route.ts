import type { Arrival, DoorAnswer } from '#lib/core/request/arrival.ts';
import { doorHeaders } from '#lib/core/request/door-headers.ts';
import { type AddressList, senderAddress } from '#lib/core/request/sender-address.ts';
import { getWiring } from '#lib/wiring.ts';
import { WebBody } from './web-body.ts';

const prefix = '/hooks/';

/**
 * The door where Next is hosted alone: the same checks and the same storing as on node:http. What
 * Next doesn't show isn't known here: header names are lower-case and repeats joined, and the
 * sender's address is only what a trusted proxy says.
 */
export async function doorRoute(request: Request): Promise<Response> {
  const { door, environment, log } = getWiring();
  const body = new WebBody(request, door.budget);
  try {
    const publicUrl = environment.HOOKLINE_PUBLIC_URL?.replace(/\/+$/, '');
    const arrival = arrivalOf(request, body, { publicUrl, trusted: door.trusted });
    return respond(request, await door.receive(arrival));
  } catch (cause) {
    log.error('door.bug', { message: cause instanceof Error ? cause.message : String(cause) });
    return new Response(null, { status: 500, headers: [...doorHeaders] as [string, string][] });
  } finally {
    body.release();
  }
}

function arrivalOf(
  request: Request,
  body: WebBody,
  { publicUrl, trusted }: { publicUrl: string | undefined; trusted: AddressList | null },
): Arrival {
  const { pathname, search, protocol, host } = new URL(request.url);
  const slash = pathname.indexOf('/', prefix.length);
  const origin = publicUrl ?? `${protocol}//${request.headers.get('host') ?? host}`;
  return {
    method: request.method,
    token: slash < 0 ? pathname.slice(prefix.length) : pathname.slice(prefix.length, slash),
    path: slash < 0 ? '' : pathname.slice(slash),
    query: search.slice(1),
    headers: [...request.headers],
    ip: forwardedAddress(request, trusted),
    url: origin + pathname + search,
    receivedAt: Date.now(),
    readBody: (limit) => body.read(limit),
    readHead: (limit) => body.head(limit),
  };
}

/** Without a proxy to believe, the header is the sender's own word: then nobody is let in by address. */
function forwardedAddress(request: Request, trusted: AddressList | null): string {
  const forwarded = request.headers.get('x-forwarded-for');
  if (!trusted || forwarded === null) return '';
  const everyProxy = { has: (address: string) => address === '' || trusted.has(address) };
  return senderAddress({ remote: '', forwarded, trusted: everyProxy });
}

function respond(request: Request, { status, headers, body }: DoorAnswer): Response {
  const bodyless = status === 204 || status === 205 || status === 304 || request.method === 'HEAD';
  const all = new Headers(headers);
  for (const [name, value] of doorHeaders) all.set(name, value);
  return new Response(bodyless ? null : body, { status, headers: all });
}
