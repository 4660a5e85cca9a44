import { HmacCheck } from './hmac-check.ts';
import type { Scheme } from './scheme.ts';
import { TokenCheck } from './token-check.ts';
import type { VerificationInput, VerificationPlan, VerificationResult } from './types.ts';

/**
 * Whether a request comes from who it should: by the plan's scheme, with any of the live secrets,
 * over the exact bytes received. Synchronous, and never throws, whatever the request holds.
 */
export function verifyRequest(
  plan: VerificationPlan,
  input: VerificationInput,
): VerificationResult {
  return plan.check(input);
}

/** The check that a row comes to. */
export function compileCheck(
  row: Scheme,
  names: { scheme: string; label: string },
): VerificationPlan['check'] {
  switch (row.kind) {
    case 'none': {
      const open: VerificationResult = {
        status: 'none',
        scheme: names.scheme,
        detail: 'This endpoint checks no signature and no token.',
      };
      return () => open;
    }
    case 'hmac': {
      const check = new HmacCheck(row, names);
      return (input) => check.check(input);
    }
    case 'token': {
      const check = new TokenCheck(row, names);
      return (input) => check.check(input);
    }
  }
}
