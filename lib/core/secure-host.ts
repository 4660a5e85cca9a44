type Addresses = {
  HOOKLINE_APP_URL?: string | undefined;
  HOOKLINE_PUBLIC_URL?: string | undefined;
};

/**
 * Do people reach this host over https? Said by the configured address, never by a header that
 * anybody may send: without one, cookies must also work on plain http.
 */
export function isSecureHost(host: string | null, addresses: Addresses): boolean {
  const { HOOKLINE_APP_URL: app, HOOKLINE_PUBLIC_URL: pub } = addresses;
  if (app) return new URL(app).protocol === 'https:';
  if (!pub) return false;
  const url = new URL(pub);
  return url.host === host?.toLowerCase() && url.protocol === 'https:';
}
