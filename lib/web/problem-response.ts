import { type ErrorCode, type Problem, statusByCode } from '#lib/core/errors.ts';

/** Short names of the codes that people meet; the rest is spelled out of the code. */
const titles: Partial<Record<ErrorCode, string>> = {
  unknown_field: 'Unknown field',
  invalid_body: 'The body can’t be read',
  unauthorized: 'Not signed in',
  forbidden: 'Not allowed',
  revision_conflict: 'Someone else saved first',
  endpoint_in_use: 'In use by a live workflow',
  no_live_workflow: 'No live workflow',
  internal: 'Something broke',
};

function titleOf(code: ErrorCode): string {
  const words = code.replaceAll('_', ' ');
  return titles[code] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** RFC 9457. The status comes from the one table. */
export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  const status = statusByCode[problem.code];
  const body = {
    type: 'about:blank',
    title: titleOf(problem.code),
    status,
    code: problem.code,
    detail: problem.detail,
    ...(problem.errors ? { errors: problem.errors } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(status === 503 || status === 429 ? { 'retry-after': '1' } : {}),
      ...headers,
    },
  });
}
