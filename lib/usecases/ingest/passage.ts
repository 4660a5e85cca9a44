import type { RefusalReason } from '#lib/core/errors.ts';
import type { Json } from '#lib/core/json.ts';
import type { Arrival, DoorAnswer } from '#lib/core/request/arrival.ts';
import type { DoorEndpoint } from '#lib/core/request/door-endpoint.ts';
import type { ParsedBody } from '#lib/core/request/parsed-body.ts';
import type { LiveSecret, VerificationResult } from '#lib/core/verification/types.ts';

/** One request on its way through the checks. Each step adds what it found. */
export type Passage = {
  readonly arrival: Arrival;
  readonly endpoint: DoorEndpoint;
  /** `performance.now()` at arrival. */
  readonly startedAt: number;
  readonly secrets: readonly LiveSecret[];
  readonly contentType: string | null;
  readonly hop: number;
  /** As received; what is stored and what signatures are checked on. */
  body: Uint8Array;
  bodySize: number;
  bodyRead: boolean;
  /** Content-Encoding undone. */
  decoded: Uint8Array;
  verification: VerificationResult;
  parsed: ParsedBody | null;
  eventType: string | null;
  eventId: string | null;
  dedupeKey: Buffer | null;
};

/** Why a request goes no further: refused with a reason, or answered as a handshake. */
export type Verdict =
  | {
      readonly kind: 'refused';
      readonly reason: RefusalReason;
      readonly detail: string;
      readonly headers?: Record<string, string>;
    }
  | { readonly kind: 'handshake'; readonly answer: DoorAnswer };

export type Step = (passage: Passage) => Verdict | undefined | Promise<Verdict | undefined>;

export function refused(
  reason: RefusalReason,
  detail: string,
  headers?: Record<string, string>,
): Verdict {
  return headers
    ? { kind: 'refused', reason, detail, headers }
    : { kind: 'refused', reason, detail };
}

export type ParseBody = (contentType: string | null, body: Uint8Array) => ParsedBody;

/** Parses at most once. */
export function parsedValue(passage: Passage, parseBody: ParseBody): Json {
  passage.parsed ??= parseBody(passage.contentType, passage.decoded);
  return passage.parsed.value;
}
