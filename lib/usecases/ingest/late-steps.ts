import type { Json } from '#lib/core/json.ts';
import { dedupeKey } from '#lib/core/request/dedupe-key.ts';
import { identifyEvent } from '#lib/core/request/identify-event.ts';
import type { Result } from '#lib/core/result.ts';
import type { DoorLimits } from './limits.ts';
import { type ParseBody, type Passage, parsedValue, refused, type Step } from './passage.ts';

/** On the exact bytes; a sender that signs before it packs is tried on the unpacked ones as well. */
export function verify(limits: DoorLimits): Step {
  return (passage) => {
    const { arrival, endpoint, secrets, body, decoded } = passage;
    const check = (bytes: Uint8Array) =>
      endpoint.plan.check({
        request: { ...arrival, body: bytes },
        secrets,
        now: Math.floor(arrival.receivedAt / 1000),
      });
    let result = check(body);
    if (result.status === 'failed' && decoded !== body) result = check(decoded);
    passage.verification = result;
    if (result.status !== 'failed') return undefined;
    limits.failed(arrival.ip, endpoint.id, arrival.receivedAt);
    const reason = result.reason ?? 'bad_signature';
    return refused(reason, publicDetails[reason]);
  };
}

/** The sender is told less than the endpoint's owner: nothing of our secrets. */
const publicDetails = {
  missing_signature: 'The signature header is missing or unreadable.',
  bad_signature: 'The signature does not match the body.',
  stale_timestamp: 'The timestamp is too old or too far ahead. Check the clock.',
  missing_credentials: 'Credentials are missing.',
  bad_credentials: 'These credentials are not right.',
};

export function shakeHands(parseBody: ParseBody): Step {
  return (passage) => {
    const { endpoint, arrival, decoded, secrets } = passage;
    const answer = endpoint.plan.handshake?.({ ...arrival, body: decoded }, () =>
      parsedValue(passage, parseBody),
    );
    if (answer) {
      const verified = passage.verification.status === 'verified';
      if (answer.mustBeVerified && secrets.length > 0 && !verified)
        return refused('bad_signature', publicDetails.bad_signature);
      const { status, headers, body } = answer;
      return { kind: 'handshake', answer: { status, headers, body } };
    }
    if (endpoint.config.methods.includes(arrival.method)) return undefined;
    const allow = endpoint.config.methods.join(', ');
    return refused('method_not_allowed', `Send it by ${allow}.`, { allow });
  };
}

export function limitRate(limits: DoorLimits, webNodes: () => number): Step {
  return ({ endpoint, arrival }) => {
    const rate = endpoint.config.rateLimit;
    if (!rate) return undefined;
    const nodes = Math.max(1, webNodes());
    const share = { perSecond: rate.perSecond / nodes, burst: rate.burst / nodes };
    const seconds = limits.take(endpoint.id, share, arrival.receivedAt);
    if (seconds === 0) return undefined;
    return refused('rate_limited', 'More requests came than this webhook takes. Send it again.', {
      'retry-after': String(seconds),
    });
  };
}

export function identify(parseBody: ParseBody): Step {
  return (passage) => {
    const parsed = () => parsedValue(passage, parseBody);
    // Always, so that the request says whether its body could be read.
    parsed();
    const { type, id } = identifyEvent(passage.endpoint.event, passage.arrival, parsed);
    passage.eventType = type;
    passage.eventId = id;
    return undefined;
  };
}

export type ValidateSchema = (
  schema: { [key: string]: Json },
  value: Json,
) => Promise<Result<{ valid: boolean; errors: string[] }>>;

export function matchSchema(parseBody: ParseBody, validate: ValidateSchema): Step {
  return async (passage) => {
    const { schema } = passage.endpoint.config;
    if (!schema) return undefined;
    const value = parsedValue(passage, parseBody);
    if (passage.parsed?.state === 'failed')
      return refused('invalid_body', 'The body is not what its Content-Type says.');
    const result = await validate(schema, value);
    if (result.ok && result.value.valid) return undefined;
    const why = result.ok ? result.value.errors.slice(0, 3).join('; ') : result.error.detail;
    if (!result.ok && result.error.code === 'overloaded')
      return refused('overloaded', why, { 'retry-after': '2' });
    return refused('schema_mismatch', `The body does not fit the schema: ${why}`);
  };
}

export function findDedupeKey(parseBody: ParseBody): Step {
  return (passage) => {
    passage.dedupeKey = keyOf(passage, parseBody);
    return undefined;
  };
}

function keyOf(passage: Passage, parseBody: ParseBody): Buffer | null {
  const { arrival, endpoint, body, eventId } = passage;
  const parsed = () => parsedValue(passage, parseBody);
  return dedupeKey(endpoint.dedupe, { request: { ...arrival, body }, eventId, parsed });
}
