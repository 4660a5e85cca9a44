import type { RefusalReason } from '#lib/core/errors.ts';
import type { Json } from '#lib/core/json.ts';
import type { EventPlaces } from '#lib/core/request/identify-event.ts';
import type {
  HeaderList,
  RawRequest,
  VerificationStatus,
} from '#lib/core/request/inbound-request.ts';
import type { Scheme } from './scheme.ts';

/** A secret that may be used right now, decrypted. Derived keys are kept by this object: reuse it. */
export type LiveSecret = { id: string; value: string };

export type VerificationReason = Extract<
  RefusalReason,
  | 'missing_signature'
  | 'bad_signature'
  | 'stale_timestamp'
  | 'missing_credentials'
  | 'bad_credentials'
>;

/**
 * What verification came to. `detail` is a sentence for the endpoint's owner: it never holds a
 * secret, but may hold a secret's last characters, so it is not for the sender.
 */
export type VerificationResult = {
  status: VerificationStatus;
  scheme: string;
  detail: string;
  /** Set exactly where status is `failed`. */
  reason?: VerificationReason;
  /** The secret that matched. */
  secretId?: string;
};

export type VerificationInput = {
  request: Pick<RawRequest, 'method' | 'url' | 'query' | 'headers' | 'body'>;
  secrets: readonly LiveSecret[];
  /** Unix seconds. */
  now: number;
};

/** An answer that the sender waits for before it starts to deliver. */
export type HandshakeAnswer = {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** The sender signs it: once the endpoint has a secret, it must have verified. */
  mustBeVerified: boolean;
};

/** `parsed` gives the parsed body; it is called only where the bytes look like a handshake. */
export type Handshake = (
  request: Pick<RawRequest, 'method' | 'query' | 'headers' | 'body'>,
  parsed: () => Json,
) => HandshakeAnswer | null;

/** What to sign for a test delivery. `id` and `now` are used where the scheme signs them. */
export type SignInput = {
  method: string;
  url: string;
  headers: HeaderList;
  body: Uint8Array;
  id: string;
  /** Unix seconds. */
  now: number;
};

/** Everything an endpoint's scheme and settings come to, compiled once by `planFor` and kept. */
export type VerificationPlan = {
  readonly scheme: string;
  /** As people call it, e.g. "GitHub". */
  readonly label: string;
  readonly row: Scheme;
  /** False only for `none`. */
  readonly needsSecret: boolean;
  /** The sender numbers its deliveries in a place we confirmed: duplicates are told apart unasked. */
  readonly hasConfirmedId: boolean;
  readonly event: EventPlaces | null;
  readonly handshake: Handshake | null;
  /** Methods that pass the endpoint's own list because a handshake comes by them. */
  readonly handshakeMethods: readonly string[];
  readonly check: (input: VerificationInput) => VerificationResult;
};
