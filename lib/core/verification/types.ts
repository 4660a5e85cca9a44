import type { RefusalReason } from '#lib/core/errors.ts';
import type { RawRequest, VerificationStatus } from '#lib/core/request/inbound-request.ts';

/** A secret that may be used right now, decrypted. */
export type LiveSecret = { id: string; value: string };

/** What verification came to. `detail` is a sentence for people; it never holds a secret. */
export type VerificationResult = {
  status: VerificationStatus;
  scheme: string;
  detail: string;
  /** Set exactly where status is `failed`. */
  reason?: Extract<
    RefusalReason,
    | 'missing_signature'
    | 'bad_signature'
    | 'stale_timestamp'
    | 'missing_credentials'
    | 'bad_credentials'
  >;
  /** The secret that matched. */
  secretId?: string;
};

export type VerificationInput = {
  request: Pick<RawRequest, 'method' | 'url' | 'query' | 'headers' | 'body'>;
  secrets: readonly LiveSecret[];
  /** Unix seconds. */
  now: number;
};
