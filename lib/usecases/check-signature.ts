import { type Problem, problem } from '#lib/core/errors.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { CheckSignatureRequest } from '#lib/core/verification/config.ts';
import { nearMiss } from '#lib/core/verification/near-misses.ts';
import { hasOuterSpace } from '#lib/core/verification/secret-text.ts';
import { tokenNearMisses } from '#lib/core/verification/token-near-misses.ts';
import type {
  VerificationInput,
  VerificationPlan,
  VerificationReason,
  VerificationResult,
} from '#lib/core/verification/types.ts';
import { verifyRequest } from '#lib/core/verification/verify.ts';
import { planFor, providerList } from '#lib/providers/registry.ts';

export type SignatureCheck = {
  status: VerificationResult['status'];
  reason: VerificationReason | null;
  detail: string;
  /** What would have made it right, likeliest first. Empty where nothing was found. */
  suggestions: string[];
};

/**
 * Checks one request against a scheme as the door would, and says what the likely mistake is.
 * Stores nothing. `clock` is Unix seconds, used where the request names no time.
 * Fails with `invalid_value`: an unknown scheme, settings that don't fit, a body that isn't base64.
 */
export function checkSignature(
  request: CheckSignatureRequest,
  clock: number,
): Result<SignatureCheck> {
  const { secrets, method, url, headers, bodyBase64, now, certificatePem, ...config } = request;
  const plan = planFor(config);
  if (!plan.ok) return plan;
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(bodyBase64)) return badBody;
  const input: VerificationInput = {
    request: {
      method,
      url,
      query: /\?([^#]*)/.exec(url)?.[1] ?? '',
      headers,
      body: Buffer.from(bodyBase64, 'base64'),
    },
    secrets: secrets.map((value, index) => ({ id: String(index), value })),
    now: unixSeconds(now, clock),
  };
  const result = verifyRequest(plan.value, input);
  return ok({
    status: result.status,
    reason: result.reason ?? null,
    detail: result.detail,
    suggestions: result.reason ? suggestionsFor(plan.value, input, result.reason) : [],
  });
}

const detail = 'bodyBase64 is not base64.';
const badBody: { ok: false; error: Problem } = err(
  problem('invalid_value', detail, [{ field: 'bodyBase64', message: detail }]),
);

function unixSeconds(now: CheckSignatureRequest['now'], clock: number): number {
  if (now === undefined || now === null) return clock;
  return typeof now === 'number' ? now : Date.parse(now) / 1000;
}

function suggestionsFor(
  plan: VerificationPlan,
  input: VerificationInput,
  reason: VerificationReason,
): string[] {
  if (reason === 'stale_timestamp') {
    return [
      'Secret and body are right: send it again, or check it with the time at which it was sent.',
    ];
  }
  if (!input.secrets.some((secret) => secret.value !== '')) return [];
  const suggestions = otherSchemes(plan, input);
  if (plan.row.kind === 'hmac') {
    const near = nearMiss(plan.row, input);
    if (near) suggestions.unshift(near);
  }
  if (plan.row.kind === 'token') suggestions.unshift(...tokenNearMisses(plan.row, input));
  if (suggestions.length === 0 && input.secrets.some((secret) => hasOuterSpace(secret.value))) {
    suggestions.push('A secret starts or ends with white space: paste it again without.');
  }
  return suggestions;
}

/** Senders whose scheme the request does fit, with the same secrets. */
function otherSchemes(plan: VerificationPlan, input: VerificationInput): string[] {
  const fitting: string[] = [];
  for (const { id, label } of providerList) {
    if (id === plan.scheme) continue;
    const other = planFor({ scheme: id });
    if (!other.ok) continue;
    const { reason } = verifyRequest(other.value, input);
    if (reason === undefined || reason === 'stale_timestamp') {
      fitting.push(`It passes as a delivery of ${label}: choose the scheme ${id}.`);
    }
  }
  return fitting;
}
