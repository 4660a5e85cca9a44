/** A person stays signed in on a device for 30 days. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/**
 * Name and flags of the session cookie. Over https it carries the `__Secure-` prefix, which a page
 * on plain http can't set.
 */
export function sessionCookie(secure: boolean) {
  return {
    name: `${secure ? '__Secure-' : ''}hookline.session`,
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  };
}
