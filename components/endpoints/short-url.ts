/**
 * A webhook URL short enough for a list, still told apart: `/hooks/k7Qm2v…f3Rt`. Without its host,
 * which all of them share; a short token stays whole.
 */
export function shortUrl(url: string): string {
  const [, path = url] = /^https?:\/\/[^/]+(\/.+)$/.exec(url) ?? [];
  const slash = path.lastIndexOf('/');
  const token = path.slice(slash + 1);
  if (token.length <= 12) return path;
  return `${path.slice(0, slash + 1)}${token.slice(0, 6)}…${token.slice(-4)}`;
}
