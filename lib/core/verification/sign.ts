import { createHash, createHmac } from 'node:crypto';
import { firstHeader } from '#lib/core/request/header-value.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { feed, messageBytes } from './message.ts';
import type { HmacScheme, SignatureFormat, TimestampRule, TokenScheme } from './scheme.ts';
import { keyBytes } from './secret-key.ts';
import { sentTimestamp } from './timestamp.ts';
import type { SignInput, VerificationPlan } from './types.ts';

export type SignedHeaders = [name: string, value: string][];
export type Signed = { headers: SignedHeaders; query: string };

/**
 * Signs a request as its sender would, for test deliveries. Answers the headers to add to those
 * given, and the query to send (changed only by `query_token`). Fails with a sentence where the
 * secret can't be the scheme's key.
 */
export function signRequest(
  plan: VerificationPlan,
  secret: string,
  input: SignInput,
): Result<Signed, string> {
  const query = /\?([^#]*)/.exec(input.url)?.[1] ?? '';
  if (plan.row.kind === 'none') return ok({ headers: [], query });
  if (plan.row.kind === 'token') return ok(showToken(plan.row.place, secret, query));
  return signHmac(plan.row, secret, { ...input, query });
}

function showToken(place: TokenScheme['place'], secret: string, query: string): Signed {
  switch (place.in) {
    case 'bearer':
      return { headers: [['authorization', `Bearer ${secret}`]], query };
    case 'basic': {
      const credentials = Buffer.from(secret, 'utf8').toString('base64');
      return { headers: [['authorization', `Basic ${credentials}`]], query };
    }
    case 'header':
      return { headers: [[place.name, place.prefix + secret]], query };
    case 'query': {
      const pair = `${encodeURIComponent(place.parameter)}=${encodeURIComponent(secret)}`;
      return { headers: [], query: query === '' ? pair : `${query}&${pair}` };
    }
  }
}

function signHmac(
  scheme: HmacScheme,
  secret: string,
  input: SignInput & { query: string },
): Result<Signed, string> {
  const key = keyBytes(secret, scheme.key);
  if (!key) return err('This secret does not have the shape of a key for this scheme.');
  const timestamp = timestampFor(scheme.timestamp, input);
  const added = neededHeaders(scheme, input, timestamp);
  const request = { ...input, headers: [...input.headers, ...added] };
  const bytes = messageBytes(scheme.message, { request, timestamp, secret });
  if (!bytes.ok) return err(`The signature covers ${bytes.error.missing}, which is not there.`);
  const { algorithm, construction, encoding, signature } = scheme;
  const mac = construction === 'hash' ? createHash(algorithm) : createHmac(algorithm, key);
  feed(mac, bytes.value);
  const digest = signature.prefix + mac.digest(encoding);
  const value = writeSignature(signature.format, digest, timestamp);
  return ok({ headers: [...added, [signature.headers[0] ?? '', value]], query: input.query });
}

function timestampFor(
  rule: TimestampRule | undefined,
  input: SignInput & { query: string },
): string {
  if (!rule) return '';
  const sent = sentTimestamp(rule, input);
  if (sent !== undefined) return sent;
  if (rule.unit === 'ms') return String(Math.round(input.now * 1000));
  return rule.unit === 'iso'
    ? new Date(input.now * 1000).toISOString()
    : String(Math.floor(input.now));
}

/** The timestamp's header and those the message holds (ids), where they aren't there yet. */
function neededHeaders(scheme: HmacScheme, input: SignInput, timestamp: string): SignedHeaders {
  const added: SignedHeaders = [];
  const rule = scheme.timestamp;
  if (rule && rule.from !== 'signature' && 'header' in rule.from) {
    addHeader(added, input, { names: rule.from.header, value: timestamp });
  }
  for (const part of scheme.message) {
    if (typeof part === 'object' && 'header' in part) {
      addHeader(added, input, { names: part.header, value: input.id });
    }
  }
  return added;
}

function addHeader(
  added: SignedHeaders,
  input: SignInput,
  header: { names: readonly string[]; value: string },
): void {
  const [name] = header.names;
  if (!name || firstHeader([...input.headers, ...added], header.names)) return;
  added.push([name, header.value]);
}

function writeSignature(format: SignatureFormat, digest: string, timestamp: string): string {
  if (format.kind === 'positional') return `${timestamp}${format.separator}${digest}`;
  if (format.kind !== 'pairs') return digest;
  const time = format.timestamp ? `${format.timestamp}=${timestamp}${format.separator}` : '';
  return `${time}${format.signature}=${digest}`;
}
