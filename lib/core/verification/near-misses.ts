import { createHmac } from 'node:crypto';
import { type BodyVariant, bodyVariants } from './body-variants.ts';
import { type FoundDigest, findDigests } from './found-digests.ts';
import { messageBytes } from './message.ts';
import type { Algorithm, HmacScheme, MessagePart } from './scheme.ts';
import { keyBytes } from './secret-key.ts';
import { nameSecret } from './secret-text.ts';
import { readSignatures, signatureHeaders } from './signature-header.ts';
import { sentTimestamp } from './timestamp.ts';
import type { LiveSecret, VerificationInput } from './types.ts';

type KeyVariant = { key: Buffer; note: string };
type MessageVariant = { bytes: Uint8Array[]; note: string };

const algorithms: readonly Algorithm[] = ['sha1', 'sha256', 'sha384', 'sha512'];
/** All that may be hashed in the search for one answer: some 50 ms, on the thread that serves the door. */
const budgetBytes = 32 * 1_048_576;

/**
 * What would have made a failed signature right: tries the usual mistakes (secret, algorithm,
 * encoding, header, prefix, changed body) against everything in the headers that looks like a
 * digest. Answers one sentence for the nearest mistake found, or null.
 */
export function nearMiss(scheme: HmacScheme, input: VerificationInput): string | null {
  const digests = findDigests(input.request.headers);
  if (digests.size === 0) return null;
  let budget = budgetBytes;
  for (const { key, message, algorithm, notes } of attempts(scheme, input)) {
    budget -= message.reduce((sum, bytes) => sum + bytes.length, 64);
    if (budget < 0) return null;
    const found = digests.get(digestOf(algorithm, key, message));
    if (found) return sentence(scheme, found, { algorithm, notes });
  }
  return null;
}

type Attempt = { key: Buffer; message: Uint8Array[]; algorithm: Algorithm; notes: string[] };

/** The nearest first: a changed body is likelier than nothing only after secret and algorithm. */
function* attempts(scheme: HmacScheme, input: VerificationInput): Generator<Attempt> {
  const keys = input.secrets.flatMap((secret) => keyVariants(secret, scheme));
  const order = [scheme.algorithm, ...algorithms.filter((one) => one !== scheme.algorithm)];
  for (const message of messageVariants(scheme, input)) {
    for (const { key, note } of keys) {
      for (const algorithm of order) {
        yield { key, message: message.bytes, algorithm, notes: [note, message.note] };
      }
    }
  }
}

function digestOf(algorithm: Algorithm, key: Buffer, bytes: readonly Uint8Array[]): string {
  const mac = createHmac(algorithm, key);
  for (const stretch of bytes) mac.update(stretch);
  return mac.digest('hex');
}

function keyVariants(secret: LiveSecret, scheme: HmacScheme): KeyVariant[] {
  const variants: KeyVariant[] = [];
  const add = (key: Buffer | null, note: string) => {
    if (key && !variants.some((variant) => variant.key.equals(key))) variants.push({ key, note });
  };
  const { value } = secret;
  const trimmed = value.trim();
  const who = nameSecret({ ...secret, value: trimmed });
  add(keyBytes(value, scheme.key), '');
  add(keyBytes(trimmed, scheme.key), `${who} without the white space around it`);
  add(keyBytes(trimmed, 'utf8'), `the text of ${who} as the key, not what it decodes to`);
  add(keyBytes(trimmed, 'whsec'), `${who} decoded from base64 (after whsec_) as the key`);
  add(keyBytes(trimmed, 'hex'), `${who} decoded from hex as the key`);
  if (trimmed.startsWith('whsec_')) {
    add(keyBytes(trimmed.slice(6), 'utf8'), `${who} without whsec_ before it`);
  } else {
    add(keyBytes(`whsec_${trimmed}`, 'utf8'), `${who} with whsec_ before it`);
  }
  return variants;
}

function messageVariants(scheme: HmacScheme, input: VerificationInput): MessageVariant[] {
  const timestamp = timestampOf(scheme, input);
  const bodies = bodyVariants(input.request.body);
  const own = bodies.flatMap((variant) => withBody(scheme.message, variant, { input, timestamp }));
  if (scheme.message.length === 1 && scheme.message[0] === 'body') return own;
  return [...own, { bytes: [input.request.body], note: 'the body alone as what is signed' }];
}

function withBody(
  message: readonly MessagePart[],
  variant: BodyVariant,
  { input, timestamp }: { input: VerificationInput; timestamp: string },
): MessageVariant[] {
  const request = { ...input.request, body: variant.body };
  const bytes = messageBytes(message, { request, timestamp, secret: '' });
  return bytes.ok ? [{ bytes: bytes.value, note: variant.note }] : [];
}

function timestampOf(scheme: HmacScheme, input: VerificationInput): string {
  const rule = scheme.timestamp;
  if (!rule) return '';
  if (rule.from !== 'signature') return sentTimestamp(rule, input.request) ?? '';
  for (const { value } of signatureHeaders(scheme.signature, input.request.headers)) {
    for (const group of readSignatures(scheme.signature.format, value)) {
      if (group.timestamp !== undefined) return group.timestamp;
    }
  }
  return '';
}

function sentence(
  scheme: HmacScheme,
  found: FoundDigest,
  hit: { algorithm: Algorithm; notes: readonly string[] },
): string {
  const { headers, prefix } = scheme.signature;
  const notes = hit.notes.filter((note) => note !== '');
  if (hit.algorithm !== scheme.algorithm)
    notes.push(`${hit.algorithm} instead of ${scheme.algorithm}`);
  if (!headers.includes(found.header)) {
    notes.push(`the signature taken from ${found.header} instead of ${headers.join(' or ')}`);
  }
  if (found.encoding !== scheme.encoding) {
    notes.push(`the digest read as ${found.encoding} instead of ${scheme.encoding}`);
  }
  if (scheme.signature.format.kind !== 'pairs' && found.before !== prefix) {
    notes.push(`${named(found.before)} before the digest instead of ${named(prefix)}`);
  }
  return notes.length === 0
    ? 'A right signature stands in the header, but not in the form that is asked for: is the header sent twice, or are there several values in it?'
    : `It would match with ${notes.join(', and ')}.`;
}

function named(prefix: string): string {
  return prefix === '' ? 'nothing' : JSON.stringify(prefix);
}
