/**
 * How a sender proves itself, as data. A provider is one such row; the engine (`verify.ts`) knows no
 * provider. Header names are lower-case throughout.
 */
export type Scheme = NoScheme | HmacScheme | TokenScheme;

export type NoScheme = { readonly kind: 'none' };

export type Algorithm = 'sha1' | 'sha256' | 'sha384' | 'sha512';
export type DigestEncoding = 'hex' | 'base64' | 'base64url';

/**
 * How the secret becomes the key: its UTF-8 bytes, what it decodes to, `whsec` (what follows an
 * optional `whsec_`, base64), or the SHA-1 of its UTF-8 bytes.
 */
export type KeyDerivation = 'utf8' | 'base64' | 'hex' | 'whsec' | 'sha1';

/** One stretch of the signed bytes. A header or parameter that didn't come counts as a missing signature. */
export type MessagePart =
  | 'body'
  | 'timestamp'
  | 'method'
  /** The URL as the sender knows it, whole. */
  | 'url'
  /** Its path, still percent-encoded, without the query. */
  | 'path'
  /** Its query, still percent-encoded, without the question mark. */
  | 'query'
  /** The secret itself, for senders that hash instead of an HMAC. */
  | 'secret'
  | { readonly literal: string }
  /** The first of these headers that came. */
  | { readonly header: readonly string[] }
  | { readonly queryParameter: string; readonly lowerCase?: boolean };

/** How the signature's header is written. */
export type SignatureFormat =
  /** One value. A repeated header is refused. */
  | { readonly kind: 'single' }
  /** Several signatures, any of which may be right: `v1,abc v1,def`. */
  | { readonly kind: 'list'; readonly separator: ' ' | ',' }
  /** `t=1700000000,v1=abc,v1=def`; `groups`: whole such lists may follow each other. */
  | {
      readonly kind: 'pairs';
      readonly separator: ',' | ';';
      readonly signature: string;
      readonly timestamp?: string;
      readonly groups?: ' ';
    }
  /** `1700000000,abc,def`: the timestamp first. */
  | { readonly kind: 'positional'; readonly separator: ',' };

export type TimestampRule = {
  /** `signature`: it stands inside the signature's header. `bodyPath` is read off a JSON body. */
  readonly from:
    | 'signature'
    | { readonly header: readonly string[] }
    | { readonly bodyPath: readonly string[] };
  /** `auto`: seconds or milliseconds by size, else ISO 8601. */
  readonly unit: 's' | 'ms' | 'iso' | 'auto';
  /** Both ends included. Null: the sender names none, any age passes. */
  readonly toleranceSeconds: number | null;
  /** `past` refuses only what is too old, `both` what is too far ahead too. */
  readonly window: 'both' | 'past';
};

export type HmacScheme = {
  readonly kind: 'hmac';
  /** `hash`: a plain digest over a message that holds the secret (legacy senders). Default `hmac`. */
  readonly construction?: 'hmac' | 'hash';
  readonly algorithm: Algorithm;
  readonly encoding: DigestEncoding;
  readonly key: KeyDerivation;
  readonly signature: {
    /** Every one of these that came counts: aliases, or one header per live key. */
    readonly headers: readonly string[];
    /** What stands before the digest, e.g. `sha256=`. */
    readonly prefix: string;
    readonly prefixOptional?: boolean;
    readonly format: SignatureFormat;
  };
  readonly message: readonly MessagePart[];
  readonly timestamp?: TimestampRule;
};

/** Nothing is signed: the sender shows a secret. */
export type TokenScheme = {
  readonly kind: 'token';
  readonly place: /** RFC 6750 §2.1. */
    | { readonly in: 'bearer' }
    /** RFC 7617; the secret is `user:password`. */
    | { readonly in: 'basic' }
    | { readonly in: 'header'; readonly name: string; readonly prefix: string }
    | { readonly in: 'query'; readonly parameter: string };
};
