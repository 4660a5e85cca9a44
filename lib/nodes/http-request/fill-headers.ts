import type { ConnectionSecret, NodeContext } from '#lib/core/execution/types.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { Filling, Refusal } from './fill-fields.ts';
import { isCredentialHeader, isHeaderName, isReservedHeader } from './header-names.ts';
import type { HttpRequestSettings } from './settings.ts';

export const mask = '•••';

/** Lower-case names. Fails with `invalid_header`. */
export function headersOf(
  headers: HttpRequestSettings['headers'],
  { templates, scope, warnings }: Filling,
): Result<Record<string, string>, Refusal> {
  const filled: Record<string, string> = {};
  for (const [name, template] of Object.entries(headers)) {
    const value = templates.header(template, scope, warnings);
    if (!value.ok || !isHeaderValue(value.value)) {
      const reason = value.ok ? 'It holds control characters.' : value.error.detail;
      return err({
        code: 'invalid_header',
        message: `The header “${name}” can't be sent. ${reason}`,
      });
    }
    filled[name.toLowerCase()] = value.value.trim();
  }
  return ok(filled);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a header must not hold
const controlCharacters = /[\x00-\x08\x0a-\x1f\x7f]/;

function isHeaderValue(value: string): boolean {
  return !controlCharacters.test(value);
}

export function maskedHeaders(headers: Record<string, string>): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const name in headers) shown[name] = isCredentialHeader(name) ? mask : (headers[name] ?? '');
  return shown;
}

/** Sets what the step itself didn't, in each of the lists. */
export function setDefaults(
  lists: readonly Record<string, string>[],
  defaults: Record<string, string>,
): void {
  for (const list of lists) {
    for (const name in defaults) list[name] ??= defaults[name] ?? '';
  }
}

export function defaultHeaders({ effectKey, hop }: NodeContext): Record<string, string> {
  return {
    'user-agent': 'Hookline',
    accept: '*/*',
    'idempotency-key': effectKey,
    'hookline-hop': String(hop + 1),
  };
}

type HeaderSecret = Exclude<ConnectionSecret, { type: 'query' }>;

/** Fails with `invalid_header` where a stored name or value can't be a header's. */
export function credentialHeader(secret: HeaderSecret): Result<[string, string], Refusal> {
  const [name, value] = authHeader(secret);
  if (isHeaderName(name) && !isReservedHeader(name) && isHeaderValue(value)) {
    return ok([name, value]);
  }
  const message = "The connection's credentials don't fit into a header. Enter them again.";
  return err({ code: 'invalid_header', message });
}

function authHeader(secret: Exclude<ConnectionSecret, { type: 'query' }>): [string, string] {
  switch (secret.type) {
    case 'bearer':
      return ['authorization', `Bearer ${secret.token}`];
    case 'basic': {
      const pair = Buffer.from(`${secret.username}:${secret.password}`).toString('base64');
      return ['authorization', `Basic ${pair}`];
    }
    case 'header':
      return [secret.name.toLowerCase(), secret.value];
  }
}
