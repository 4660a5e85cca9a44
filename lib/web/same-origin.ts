import { type Problem, problem } from '#lib/core/errors.ts';

/**
 * A cookie is sent along by any page that makes the browser call us. So an unsafe call by cookie must
 * come from our own pages: `Sec-Fetch-Site: same-origin`, or, from browsers without it, an `Origin`
 * that is the host called. The JSON content type keeps plain forms out as well.
 */
export function crossSiteProblem(request: Request): Problem | null {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return problem('forbidden', 'Calls by cookie need the content type application/json.');
  }
  const site = request.headers.get('sec-fetch-site');
  if (site === 'same-origin' || (site === null && hasOwnOrigin(request))) return null;
  return problem('forbidden', 'This call came from another site. Open Hookline and do it there.');
}

function hasOwnOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  const host = request.headers.get('host');
  if (!origin || !host || !URL.canParse(origin)) return false;
  return new URL(origin).host === host;
}
