/**
 * A webhook URL short enough for a list, still told apart: `hooks.acme.example/hooks/k7Qm2v…f3Rt`.
 * Without its scheme; a short token stays whole.
 */
export function shortUrl(url: string): string {
  const [, rest = url] = /^https?:\/\/(.+)$/.exec(url) ?? [];
  const slash = rest.lastIndexOf('/');
  const token = rest.slice(slash + 1);
  if (token.length <= 12) return rest;
  return `${rest.slice(0, slash + 1)}${token.slice(0, 6)}…${token.slice(-4)}`;
}
