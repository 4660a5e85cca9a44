import { headerValue } from '#lib/core/request/header-value.ts';
import type { Gate } from './gate.ts';
import { inflate } from './inflate.ts';
import type { DoorLimits } from './limits.ts';
import { type Passage, refused, type Step, type Verdict } from './passage.ts';

const maxHops = 10;

export const refuseClosed: Step = ({ endpoint, arrival }) => {
  const now = arrival.receivedAt;
  const { deleted, tokenExpiresAt, expiresAt, config } = endpoint;
  if (deleted) return refused('endpoint_expired', 'This webhook was deleted.');
  if (tokenExpiresAt !== null && tokenExpiresAt <= now)
    return refused('endpoint_expired', 'This URL was replaced by a new one.');
  if (expiresAt !== null && expiresAt <= now)
    return refused('endpoint_expired', 'This webhook has expired.');
  if (!config.enabled)
    return refused('endpoint_disabled', 'This webhook is switched off for now.', {
      'retry-after': '300',
    });
  return undefined;
};

export const refuseStrangers: Step = ({ endpoint, arrival }) => {
  if (!endpoint.ipAllow || endpoint.ipAllow.has(arrival.ip)) return undefined;
  return refused('ip_not_allowed', `The address ${arrival.ip} may not send here.`);
};

/** Counts failures only: a sender whose signatures are right is never slowed down by it. */
export function guardAgainstGuessing(limits: DoorLimits): Step {
  return ({ endpoint, arrival }) => {
    const seconds = limits.blockedFor(arrival.ip, endpoint.id, arrival.receivedAt);
    if (seconds === 0) return undefined;
    return refused(
      'rate_limited',
      `Too many requests from ${arrival.ip} failed verification. Send again later.`,
      { 'retry-after': String(seconds) },
    );
  };
}

export const refuseMethod: Step = ({ endpoint, arrival }) => {
  const { methods } = endpoint.config;
  const { handshakeMethods } = endpoint.plan;
  if (methods.includes(arrival.method) || handshakeMethods.includes(arrival.method))
    return undefined;
  const allow = methods.join(', ');
  return refused('method_not_allowed', `Send it by ${allow}.`, { allow });
};

export const refuseLoops: Step = ({ hop }) => {
  if (hop <= maxHops) return undefined;
  return refused('loop_detected', `This request went through Hookline more than ${maxHops} times.`);
};

export const readBody: Step = (passage) => {
  const { maxBodyBytes } = passage.endpoint.config;
  if (!passage.bodyRead) return read(passage, maxBodyBytes);
  // Judged again: the limit may have moved as well.
  return passage.bodySize > maxBodyBytes ? tooLarge(maxBodyBytes) : undefined;
};

function tooLarge(maxBodyBytes: number): Verdict {
  return refused('body_too_large', `A body may have up to ${maxBodyBytes} bytes here.`);
}

async function read(passage: Passage, maxBodyBytes: number): Promise<Verdict | undefined> {
  const read = await passage.arrival.readBody(maxBodyBytes);
  passage.bodyRead = true;
  passage.body = read.ok ? read.body : read.head;
  passage.decoded = passage.body;
  passage.bodySize = read.ok ? read.body.byteLength : read.size;
  if (read.ok) return undefined;
  switch (read.why) {
    case 'too_large':
      return tooLarge(maxBodyBytes);
    case 'overloaded':
      return refused('overloaded', 'Too much is under way. Send it again in a moment.', {
        'retry-after': '2',
      });
    case 'too_slow':
    case 'aborted':
      return refused('invalid_body', 'The body did not come whole.');
  }
}

/** A few at once: each may grow to the endpoint's limit in memory. */
export function undoEncoding(gate: Gate): Step {
  return (passage) => {
    const encoding = headerValue(passage.arrival.headers, 'content-encoding');
    if (!encoding || passage.body.byteLength === 0) return undefined;
    return gate.run(() => decode(passage, encoding));
  };
}

async function decode(passage: Passage, encoding: string): Promise<Verdict | undefined> {
  const { maxBodyBytes } = passage.endpoint.config;
  const decoded = await inflate(encoding, passage.body, maxBodyBytes);
  if (decoded.ok) {
    passage.decoded = decoded.value;
    return undefined;
  }
  const details: Record<string, string> = {
    body_too_large: `Unpacked, a body may have up to ${maxBodyBytes} bytes here.`,
    bad_encoding: `The body is not what Content-Encoding says (${encoding.slice(0, 60)}).`,
  };
  const detail = details[decoded.error] ?? 'Send it as gzip, deflate, br, zstd, or as it is.';
  return refused(decoded.error, detail);
}
