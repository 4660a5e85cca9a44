import { problem } from '#lib/core/errors.ts';
import { problemResponse } from '#lib/web/problem-response.ts';

/** A path that no contract names. */
function unknownPath(request: Request): Response {
  const { pathname } = new URL(request.url);
  const detail = `There is no call ${request.method} ${pathname.slice(0, 200)}. /api/openapi.json lists them all.`;
  return problemResponse(problem('not_found', detail));
}

export {
  unknownPath as DELETE,
  unknownPath as GET,
  unknownPath as HEAD,
  unknownPath as OPTIONS,
  unknownPath as PATCH,
  unknownPath as POST,
  unknownPath as PUT,
};
