/** The browser's side of next-auth: its CSRF token, then one form post. Codes are those of `lib/core/errors.ts`. */
export async function signIn(
  email: string,
  password: string,
): Promise<'ok' | 'unauthorized' | 'rate_limited' | 'overloaded' | 'failed'> {
  const response = await post('callback/credentials', { email, password });
  if (!response) return 'failed';
  if (response.ok) return 'ok';
  const { url } = (await response.json().catch(() => ({}))) as { url?: string };
  const code = url && new URL(url, location.origin).searchParams.get('error');
  if (code === 'rate_limited' || code === 'overloaded') return code;
  return response.status === 401 ? 'unauthorized' : 'failed';
}

export async function signOut(): Promise<boolean> {
  return (await post('signout', {}))?.ok ?? false;
}

async function post(path: string, fields: Record<string, string>): Promise<Response | undefined> {
  try {
    const token = await fetch('/api/auth/csrf', { cache: 'no-store' });
    const { csrfToken } = (await token.json()) as { csrfToken: string };
    const body = new URLSearchParams({ ...fields, csrfToken, callbackUrl: '/', json: 'true' });
    return await fetch(`/api/auth/${path}`, { method: 'POST', body });
  } catch {
    return undefined;
  }
}
