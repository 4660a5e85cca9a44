import { createHash, createHmac } from 'node:crypto';
import { equalDigests } from '#lib/core/constant-time.ts';
import { feed, type MessageContext, messageBytes } from './message.ts';
import type { HmacScheme } from './scheme.ts';
import { KeyRing } from './secret-key.ts';
import { hasOuterSpace, nameSecret, nameSecrets } from './secret-text.ts';
import { readSignatures, type SignatureGroup, signatureHeaders } from './signature-header.ts';
import { sentTimestamp, staleness, timestampName } from './timestamp.ts';
import type {
  LiveSecret,
  VerificationInput,
  VerificationReason,
  VerificationResult,
} from './types.ts';

type Names = { scheme: string; label: string };
type Match = { secret: LiveSecret; timestamp: string };

/** Checks signatures of one scheme over a request's exact bytes. */
export class HmacCheck {
  readonly #scheme: HmacScheme;
  readonly #names: Names;
  readonly #keys: KeyRing;
  readonly #signedInHeader: boolean;

  constructor(scheme: HmacScheme, names: Names) {
    this.#scheme = scheme;
    this.#names = names;
    this.#keys = new KeyRing(scheme.key);
    this.#signedInHeader = scheme.timestamp?.from === 'signature';
  }

  /**
   * The signature is judged before its age: "stale" then means that the sender really signed it,
   * and the time an old forgery carries teaches nobody anything.
   */
  check(input: VerificationInput): VerificationResult {
    const secrets = this.#usable(input.secrets);
    if (secrets.length === 0) return this.#fail('bad_signature', this.#noSecret(input.secrets));
    const headers = signatureHeaders(this.#scheme.signature, input.request.headers);
    const [first] = headers;
    if (!first) return this.#fail('missing_signature', this.#noHeader());
    const outside = this.#outsideTimestamp(input);
    if (outside === null) return this.#fail('missing_signature', this.#noTimestamp());
    const groups = headers.flatMap((header) =>
      readSignatures(this.#scheme.signature.format, header.value),
    );
    for (const group of groups) {
      const match = this.#matchGroup(group, { input, secrets, outside });
      if (match !== null) return this.#settle(match, first.name, input.now);
    }
    return this.#noMatch(input, groups, { header: first.name, secrets, outside });
  }

  #usable(secrets: readonly LiveSecret[]): readonly LiveSecret[] {
    const usable = (secret: LiveSecret) => this.#keys.keyOf(secret) !== null;
    return secrets.every(usable) ? secrets : secrets.filter(usable);
  }

  /** '' where the scheme has none outside its signature header; null where it should have come. */
  #outsideTimestamp(input: VerificationInput): string | null {
    const rule = this.#scheme.timestamp;
    if (!rule || this.#signedInHeader) return '';
    return sentTimestamp(rule, input.request) ?? null;
  }

  #matchGroup(
    group: SignatureGroup,
    at: { input: VerificationInput; secrets: readonly LiveSecret[]; outside: string },
  ): Match | null {
    const timestamp = this.#signedInHeader ? group.timestamp : at.outside;
    if (timestamp === undefined || group.signatures.length === 0) return null;
    for (const secret of at.secrets) {
      const wanted = this.expected(
        { request: at.input.request, timestamp, secret: secret.value },
        secret,
      );
      if (wanted !== null && group.signatures.some((signature) => this.#same(signature, wanted))) {
        return { secret, timestamp };
      }
    }
    return null;
  }

  /** The digest as the sender would write it, without prefix; null where a signed part is missing. */
  expected(context: MessageContext, secret: LiveSecret): string | null {
    const key = this.#keys.keyOf(secret);
    const bytes = messageBytes(this.#scheme.message, context);
    if (!key || !bytes.ok) return null;
    const { algorithm, encoding, construction } = this.#scheme;
    const mac = construction === 'hash' ? createHash(algorithm) : createHmac(algorithm, key);
    feed(mac, bytes.value);
    return mac.digest(encoding);
  }

  /** Texts are compared as they stand: an upper-case hex digest or a missing prefix is not what was agreed. */
  #same(signature: string, wanted: string): boolean {
    const { prefix, prefixOptional } = this.#scheme.signature;
    if (signature.startsWith(prefix)) {
      return equalDigests(signature.slice(prefix.length), wanted);
    }
    return prefixOptional === true && equalDigests(signature, wanted);
  }

  #settle(match: Match, header: string, now: number): VerificationResult {
    const rule = this.#scheme.timestamp;
    const stale = rule ? staleness(rule, match.timestamp, now) : null;
    if (stale !== null) {
      return this.#fail(
        'stale_timestamp',
        `The signature is right, but too far off in time. ${stale}`,
      );
    }
    return {
      status: 'verified',
      scheme: this.#names.scheme,
      detail: `The signature in ${header} matches ${nameSecret(match.secret)}.`,
      secretId: match.secret.id,
    };
  }

  #noMatch(
    input: VerificationInput,
    groups: readonly SignatureGroup[],
    at: { header: string; secrets: readonly LiveSecret[]; outside: string },
  ): VerificationResult {
    const missing = this.#missingPart(input, at.outside);
    if (missing !== null) return this.#fail('missing_signature', missing);
    if (groups.every((group) => group.signatures.length === 0)) {
      return this.#fail(
        'bad_signature',
        `The header ${at.header} holds no signature in the form that ${this.#names.label} uses.`,
      );
    }
    if (this.#signedInHeader && groups.every((group) => group.timestamp === undefined)) {
      return this.#fail(
        'bad_signature',
        `The header ${at.header} holds no timestamp, which the signature covers.`,
      );
    }
    const space = at.secrets.some((secret) => hasOuterSpace(secret.value))
      ? ' A secret starts or ends with white space: it may have been pasted with a line end.'
      : '';
    return this.#fail(
      'bad_signature',
      `The signature in ${at.header} does not match the body with ${nameSecrets(at.secrets)}.${space}`,
    );
  }

  #missingPart(input: VerificationInput, timestamp: string): string | null {
    const bytes = messageBytes(this.#scheme.message, {
      request: input.request,
      timestamp,
      secret: '',
    });
    return bytes.ok
      ? null
      : `${bytes.error.missing} did not come, and the signature of ${this.#names.label} covers it.`;
  }

  #noSecret(secrets: readonly LiveSecret[]): string {
    return secrets.some((secret) => secret.value !== '')
      ? `The endpoint's secret can't be used as a key: ${this.#names.label} needs ${keyShape[this.#scheme.key]}.`
      : `The endpoint has no live secret to check with. Add the one that ${this.#names.label} signs with.`;
  }

  #noHeader(): string {
    return `No signature came: ${this.#names.label} sends it in ${this.#scheme.signature.headers.join(' or ')}.`;
  }

  #noTimestamp(): string {
    const rule = this.#scheme.timestamp;
    return `${rule ? timestampName(rule) : 'The timestamp'} did not come, and the signature needs it.`;
  }

  #fail(reason: VerificationReason, detail: string): VerificationResult {
    return { status: 'failed', scheme: this.#names.scheme, detail, reason };
  }
}

const keyShape = {
  utf8: 'some text',
  base64: 'base64',
  hex: 'hexadecimal digits',
  whsec: 'base64, with or without whsec_ before it',
  sha1: 'some text',
} as const;
