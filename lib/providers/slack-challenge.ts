import { isJsonObject } from '#lib/core/json.ts';
import type { Handshake } from '#lib/core/verification/types.ts';

const mark = 'url_verification';
const largest = 8192;

/**
 * Slack's `url_verification`: the challenge goes back as JSON. Deliveries are told from it by a look
 * at their bytes, so that none is parsed for it.
 */
export const slackChallenge: Handshake = (request, parsed) => {
  const { body } = request;
  if (request.method !== 'POST' || body.length > largest) return null;
  if (!Buffer.from(body.buffer, body.byteOffset, body.length).includes(mark)) return null;
  const value = parsed();
  if (!isJsonObject(value) || value.type !== mark) return null;
  const challenge = value.challenge;
  if (typeof challenge !== 'string' || challenge.length > 1000) return null;
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ challenge }),
    mustBeVerified: true,
  };
};
