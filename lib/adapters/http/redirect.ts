/** One request on its way; a redirect makes the next. Header names are lower-case. */
export type Hop = {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: Uint8Array | string | null;
};

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const bodyHeaders = ['content-type', 'content-encoding', 'content-language', 'content-location'];
const alwaysCredentials = ['authorization', 'proxy-authorization', 'cookie'];

export function isRedirect(status: number, location: string | undefined): location is string {
  return location !== undefined && redirects.has(status);
}

/**
 * The request a redirect asks for, by the fetch standard: 303 turns all but GET and HEAD into GET, 301
 * and 302 turn POST into GET, and the body goes with its headers. To another origin no credentials are
 * carried. Undefined where the location is no URL.
 */
export function nextHop(
  hop: Hop,
  answer: { status: number; location: string },
  credentialHeaders: readonly string[],
): Hop | undefined {
  if (!URL.canParse(answer.location, hop.url)) return undefined;
  const from = new URL(hop.url);
  const to = new URL(answer.location, from);
  const headers = { ...hop.headers };
  if (to.origin !== from.origin) {
    for (const name of [...alwaysCredentials, ...credentialHeaders]) delete headers[name];
  }
  if (!becomesGet(hop.method, answer.status)) return { ...hop, url: to.href, headers };
  for (const name of bodyHeaders) delete headers[name];
  return { method: 'GET', url: to.href, headers, body: null };
}

function becomesGet(method: string, status: number): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD';
  return (status === 301 || status === 302) && method === 'POST';
}
