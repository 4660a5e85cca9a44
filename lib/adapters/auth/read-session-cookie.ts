import { decode } from 'next-auth/jwt';
import { sessionCookie } from '#lib/core/session-cookie.ts';

export type SessionClaims = { userId: string; version: number };

/** Reads the session out of a `Cookie` header. Undefined where there is none, or none of ours. */
export async function readSessionCookie(
  cookieHeader: string | null,
  options: { secure: boolean; secret: string },
): Promise<SessionClaims | undefined> {
  const token = cookieValue(cookieHeader ?? '', sessionCookie(options.secure).name);
  if (!token) return undefined;
  const claims = await decode({ token, secret: options.secret }).catch(() => null);
  if (typeof claims?.sub !== 'string' || typeof claims.version !== 'number') return undefined;
  return { userId: claims.sub, version: claims.version };
}

function cookieValue(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
