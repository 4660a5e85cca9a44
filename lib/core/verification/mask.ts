import type { HeaderList } from '#lib/core/request/inbound-request.ts';
import { secretHint } from './secret-text.ts';
import type { LiveSecret, VerificationPlan } from './types.ts';

/** Headers that carry a secret whatever the scheme. Signatures stay: nobody can sign with them. */
const secretHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'api-key',
  'apikey',
  'x-api-key',
  'x-apikey',
  'x-api-token',
  'x-auth-token',
  'x-access-token',
  'x-gitlab-token',
  'x-telegram-bot-api-secret-token',
  'x-webhook-secret',
]);
/** Shorter secrets would be found in innocent values. */
const shortestByValue = 8;

export type MaskInput = {
  plan: VerificationPlan;
  secrets: readonly LiveSecret[];
  /** The secret that verification matched. */
  secretId?: string | undefined;
};

/**
 * The headers to keep: shared secrets replaced by a mask that names which secret matched. Found by
 * name (authorization, cookies, API keys, the scheme's own header) and, for live secrets, by value.
 * Gives back the same list where there is nothing to hide.
 */
export function maskHeaders(headers: HeaderList, input: MaskInput): HeaderList {
  const { row } = input.plan;
  const own = row.kind === 'token' && row.place.in === 'header' ? row.place.name : null;
  const signed = row.kind === 'hmac' ? row.signature.headers : [];
  const rule = { own, signed, input };
  let masked: Header[] | null = null;
  // Every request comes by here: counted, for it leaves less behind than iterators do.
  for (let index = 0; index < headers.length; index += 1) {
    const header = headers[index];
    const safe = header && maskHeader(header, rule);
    if (!safe || safe === header) continue;
    masked ??= [...headers];
    masked[index] = safe;
  }
  return masked ?? headers;
}

type Header = HeaderList[number];

function maskHeader(
  header: Header,
  { own, signed, input }: { own: string | null; signed: readonly string[]; input: MaskInput },
): Header {
  const lower = header[0].toLowerCase();
  if (lower === own || (secretHeaders.has(lower) && !signed.includes(lower)))
    return [header[0], maskCredentials(lower, header[1], input)];
  return holdsSecret(header[1], input.secrets) ? [header[0], maskText(input)] : header;
}

/** The query to keep, still percent-encoded. The same text where there is nothing to hide. */
export function maskQuery(query: string, input: MaskInput): string {
  if (query === '') return query;
  const { row } = input.plan;
  const own = row.kind === 'token' && row.place.in === 'query' ? row.place.parameter : null;
  const pairs = query.split('&');
  let changed = false;
  for (const [index, pair] of pairs.entries()) {
    const equals = pair.indexOf('=');
    if (equals < 0) continue;
    const name = pair.slice(0, equals);
    const hide =
      decoded(name) === own || holdsSecret(decoded(pair.slice(equals + 1)), input.secrets);
    if (!hide) continue;
    pairs[index] = `${name}=${encodeURIComponent(maskText(input))}`;
    changed = true;
  }
  return changed ? pairs.join('&') : query;
}

/** Keeps the scheme's word ("Bearer", "Basic"): it tells how the sender tried. */
function maskCredentials(name: string, value: string, input: MaskInput): string {
  if (name === 'cookie') return '[hidden]';
  const word = name.endsWith('authorization')
    ? /^([A-Za-z][\w-]{0,30}) +\S/.exec(value)?.[1]
    : null;
  return word ? `${word} ${maskText(input)}` : maskText(input);
}

function maskText({ secrets, secretId }: MaskInput): string {
  if (secretId === undefined) return '[hidden: no secret matched]';
  const secret = secrets.find((candidate) => candidate.id === secretId);
  const hint = secret ? secretHint(secret.value) : '';
  return hint ? `[hidden: the secret ending ${hint}]` : `[hidden: secret ${secretId}]`;
}

function holdsSecret(value: string, secrets: readonly LiveSecret[]): boolean {
  return secrets.some(
    (secret) => secret.value.length >= shortestByValue && value.includes(secret.value),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
