import type { Json, JsonObject } from '#lib/core/json.ts';
import { dedupeKey } from '#lib/core/request/dedupe-key.ts';
import { identifyEvent } from '#lib/core/request/identify-event.ts';
import type { Result } from '#lib/core/result.ts';
import type { HandshakeAnswer, VerificationResult } from '#lib/core/verification/types.ts';
import type { DoorLimits } from './limits.ts';
import {
  type ParseBody,
  type Passage,
  parsedValue,
  refused,
  type Step,
  type Verdict,
} from './passage.ts';

/** On the exact bytes received; a sender that signs before it packs is tried on the unpacked ones as well. */
export function verify(limits: DoorLimits, parseBody: ParseBody): Step {
  return (passage) => {
    const { arrival, endpoint, body, decoded } = passage;
    let result = check(passage, body);
    if (result.status === 'failed' && decoded !== body) result = check(passage, decoded);
    passage.verification = result;
    if (result.status !== 'failed') return undefined;
    if (isOpenHandshake(passage, parseBody)) return undefined;
    limits.failed(arrival.ip, endpoint.id, arrival.receivedAt);
    const reason = result.reason ?? 'bad_signature';
    return refused(reason, publicDetails[reason]);
  };
}

function check(passage: Passage, body: Uint8Array): VerificationResult {
  const { arrival, endpoint, secrets } = passage;
  const { method, url, query, headers, receivedAt } = arrival;
  return endpoint.plan.check({
    request: { method, url, query, headers, body },
    secrets,
    now: Math.floor(receivedAt / 1000),
  });
}

/** Some senders shake hands unsigned, or before anybody could know their secret. */
function isOpenHandshake(passage: Passage, parseBody: ParseBody): boolean {
  const answer = handshakeOf(passage, parseBody);
  return answer !== null && !(answer.mustBeVerified && passage.secrets.length > 0);
}

function handshakeOf(passage: Passage, parseBody: ParseBody): HandshakeAnswer | null {
  const { endpoint, arrival, decoded } = passage;
  const { method, query, headers } = arrival;
  const request = { method, query, headers, body: decoded };
  return endpoint.plan.handshake?.(request, () => parsedValue(passage, parseBody)) ?? null;
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
    const { endpoint, arrival } = passage;
    const answer = endpoint.plan.handshake ? handshakeOf(passage, parseBody) : null;
    if (answer) {
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
  schema: JsonObject,
  value: Json,
) => Promise<Result<{ valid: boolean; errors: string[] }>>;

export function matchSchema(parseBody: ParseBody, validate: ValidateSchema): Step {
  return (passage) =>
    passage.endpoint.config.schema
      ? checkSchema(passage, passage.endpoint.config.schema)
      : undefined;

  async function checkSchema(passage: Passage, schema: JsonObject): Promise<Verdict | undefined> {
    const value = parsedValue(passage, parseBody);
    if (passage.parsed?.state === 'failed')
      return refused('invalid_body', 'The body is not what its Content-Type says.');
    const result = await validate(schema, value);
    if (result.ok && result.value.valid) return undefined;
    const why = result.ok ? result.value.errors.slice(0, 3).join('; ') : result.error.detail;
    if (!result.ok && result.error.code === 'overloaded')
      return refused('overloaded', why, { 'retry-after': '2' });
    return refused('schema_mismatch', `The body does not fit the schema: ${why}`);
  }
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
  const { method, path, query, headers } = arrival;
  const request = { method, path, query, headers, body };
  return dedupeKey(endpoint.dedupe, { request, eventId, parsed });
}
