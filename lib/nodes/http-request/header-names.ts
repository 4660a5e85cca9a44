const token = /^[\w!#$%&'*+.^`|~-]{1,200}$/;

/** Framing, the connection and hop counting belong to whoever makes the call. */
const reserved: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'hookline-hop',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
const credentials =
  /^(authorization|proxy-authorization|cookie)$|(^|[-_])(token|secret|password|apikey|api-key|api_key|auth)([-_]|$)/;

export function isHeaderName(name: string): boolean {
  return token.test(name);
}

export function isReservedHeader(name: string): boolean {
  return reserved.has(name.toLowerCase());
}

/** True where the name says that the value is a secret, typed into the step instead of a connection. */
export function isCredentialHeader(name: string): boolean {
  return credentials.test(name.toLowerCase());
}
