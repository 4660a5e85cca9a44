type Addresses = {
  HOOKLINE_PUBLIC_URL?: string | undefined;
  HOOKLINE_APP_URL?: string | undefined;
};

type Call = { url: string; headers: Pick<Headers, 'get'> };

/**
 * What webhook URLs begin with. Without a public URL it is the app's own, which only this network
 * may reach. No trailing slash.
 */
export function senderOrigin(
  request: Call,
  environment: Addresses,
): { url: string; reachable: 'public' | 'local' } {
  const { HOOKLINE_PUBLIC_URL: publicUrl, HOOKLINE_APP_URL: appUrl } = environment;
  if (publicUrl) return { url: trimmed(publicUrl), reachable: 'public' };
  return { url: trimmed(appUrl ?? requestOrigin(request)), reachable: 'local' };
}

/** Where people open Hookline: what invitations link to. No trailing slash. */
export function appOrigin(request: Request, environment: Addresses): string {
  return trimmed(environment.HOOKLINE_APP_URL ?? requestOrigin(request));
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '');
}

function requestOrigin(request: Call): string {
  const own = new URL(request.url);
  const host = request.headers.get('host') ?? own.host;
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  const protocol = forwarded === 'https' || own.protocol === 'https:' ? 'https' : 'http';
  return `${protocol}://${host}`;
}

/** Set by the server in front of Next, which believes only trusted proxies. */
export function clientIp(request: Request): string {
  return request.headers.get('x-hookline-ip') ?? '';
}
