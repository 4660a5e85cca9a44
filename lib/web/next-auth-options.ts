import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { sessionCookie, sessionSeconds } from '#lib/core/session-cookie.ts';
import type { Wiring } from '#lib/wiring.ts';

type Call = { headers: Headers; ip: string };
type Token = { sub?: string; version?: unknown };

/**
 * next-auth for one call. The token holds the person's id and the version of their sessions, nothing
 * else: name, role and workspace are read from the database on every call (lib/usecases/people).
 */
export function nextAuthOptions(wiring: Wiring, call: Call): AuthOptions {
  const { session } = wiring.people;
  const secure = session.isSecure(call.headers);
  return {
    secret: session.key,
    useSecureCookies: secure,
    cookies: { sessionToken: sessionCookie(secure) },
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/signin', error: '/signin' },
    providers: [passwordProvider(wiring, call.ip)],
    callbacks: {
      jwt: ({ token, user }) =>
        user ? { sub: user.id, version: (user as { version?: number }).version } : token,
      session: ({ session: shown, token }) => ({
        expires: shown.expires,
        id: (token as Token).sub,
      }),
      // Only ways inside: whatever host the browser used stays.
      redirect: ({ url }) => (/^\/(?![/\\])/.test(url) ? url : '/'),
    },
    logger: quiet(wiring),
  };
}

/** The code of a refusal travels as next-auth's error text; the page has the words for it. */
function passwordProvider(wiring: Wiring, ip: string) {
  return CredentialsProvider({
    credentials: { email: {}, password: {} },
    async authorize(credentials) {
      const { email, password } = credentials ?? {};
      if (typeof email !== 'string' || typeof password !== 'string') return null;
      if (email.length > 254 || password.length > 1024) return null;
      const result = await wiring.people.session.signIn({ email, password, ip });
      if (!result.ok) throw new Error(result.error.code);
      const { id, sessionVersion } = result.value;
      return { id, version: sessionVersion };
    },
  });
}

/** next-auth warns that no address is configured: ours goes by the host that was called. */
function quiet(wiring: Wiring): AuthOptions['logger'] {
  return {
    error: (code, detail) => {
      // A refused sign-in is no error of ours; it stands in the security log.
      if (code === 'CALLBACK_CREDENTIALS_HANDLER_ERROR') return;
      wiring.log.error('sign_in.broken', { code, message: messageOf(detail) });
    },
    warn: () => {},
    debug: () => {},
  };
}

function messageOf(detail: unknown): string {
  const error = detail instanceof Error ? detail : (detail as { error?: unknown })?.error;
  return error instanceof Error ? error.message : '';
}
