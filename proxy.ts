import { type NextRequest, NextResponse } from 'next/server';

/** React's development build makes its stack traces readable by eval. */
// biome-ignore lint/style/noProcessEnv: Next replaces this name when it compiles.
const forDevelopment = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';

/**
 * What every page may load: our own files, and scripts that carry this answer's nonce. Next puts the
 * nonce, which it reads from the request's header, on the scripts that it writes.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${forDevelopment}`,
    // React writes style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('referrer-policy', 'no-referrer');
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  return response;
}

export const config = { matcher: ['/((?!api/|hooks/|_next/static/|icon.svg).*)'] };
