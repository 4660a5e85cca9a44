import { type RefusalReason, refusalStatus } from '#lib/core/errors.ts';
import type { TextKey } from '#lib/i18n/text.ts';

const advice = {
  missing_signature: 'inspector.do.secret',
  bad_signature: 'inspector.do.secret',
  stale_timestamp: 'inspector.do.clock',
  missing_credentials: 'inspector.do.credentials',
  bad_credentials: 'inspector.do.credentials',
  replayed: 'inspector.do.sender',
  ip_not_allowed: 'inspector.do.endpoint',
  method_not_allowed: 'inspector.do.endpoint',
  endpoint_expired: 'inspector.do.endpoint',
  body_too_large: 'inspector.do.endpoint',
  unsupported_encoding: 'inspector.do.sender',
  invalid_body: 'inspector.do.sender',
  bad_encoding: 'inspector.do.sender',
  schema_mismatch: 'inspector.do.sender',
  rate_limited: 'inspector.do.wait',
  loop_detected: 'inspector.do.sender',
  endpoint_disabled: 'inspector.do.endpoint',
  overloaded: 'inspector.do.wait',
} satisfies Record<RefusalReason, TextKey>;

/** Whether the door refused it because its signature wasn't there or was wrong. */
export function mayBeForged(reason: string | null): boolean {
  return reason === 'bad_signature' || reason === 'missing_signature';
}

/** Why the door refused a request, and what a person can do about it. */
export function refusalWords(reason: string): { why: TextKey; advice: TextKey | null } {
  if (!Object.hasOwn(refusalStatus, reason)) return { why: 'inspector.reason.other', advice: null };
  const known = reason as RefusalReason;
  return { why: `inspector.reason.${known}`, advice: advice[known] };
}
