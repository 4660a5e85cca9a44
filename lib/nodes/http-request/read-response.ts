import type { OutboundResponse } from '#lib/core/execution/types.ts';
import type { Json, JsonObject } from '#lib/core/json.ts';
import { decodeText } from '#lib/core/request/decode-text.ts';
import { parseMediaType } from '#lib/core/request/media-type.ts';
import { parseJson } from '#lib/core/request/parse-json.ts';
import type { HttpRequestSettings } from './settings.ts';

type ResponseType = HttpRequestSettings['responseType'];

/** `problem` is set where the body is not what was asked for; `body` then holds its text. */
export type ReadBody = { body: Json; problem?: string };

/** Output of the step, the same on both ports: `{status, headers, body, truncated, ms, url}`. */
export function responseOutput(response: OutboundResponse, body: Json, url: string): JsonObject {
  const { status, headers, truncated, ms } = response;
  return { status, headers, body, truncated, ms, url };
}

/** JSON becomes its value, text a text, anything else base64. An empty body is null, or '' as text. */
export function readBody(response: OutboundResponse, wanted: ResponseType): ReadBody {
  const { body: bytes, truncated } = response;
  const header = response.headers['content-type'] ?? '';
  const { type, parameters } = parseMediaType(header);
  const kind = wanted === 'auto' ? kindOf(type) : wanted;
  if (kind === 'base64') return { body: Buffer.from(bytes).toString('base64') };
  if (bytes.length === 0) return emptyBody(wanted);
  const { text, valid } = decodeText(bytes, parameters.get('charset'));
  if (kind === 'unknown' && !valid && !truncated) {
    return { body: Buffer.from(bytes).toString('base64') };
  }
  if (kind !== 'json') return { body: text };
  const value = truncated ? undefined : parseJson(text);
  if (value !== undefined) return { body: value };
  const reason = truncated ? 'was longer than the limit and' : 'says it is JSON but';
  return { body: text, problem: `The answer ${reason} can't be read as JSON.` };
}

function emptyBody(wanted: ResponseType): ReadBody {
  if (wanted === 'text') return { body: '' };
  return wanted === 'json'
    ? { body: null, problem: 'The answer is empty, not JSON.' }
    : { body: null };
}

type Kind = 'json' | 'text' | 'base64' | 'unknown';

const textTypes =
  /^text\/|^application\/(xml|javascript|ecmascript|x-www-form-urlencoded|yaml|x-yaml|graphql|x-ndjson|jsonl)$|\+xml$|\+yaml$/;

function kindOf(type: string): Kind {
  if (type === 'application/json' || type === 'text/json' || type.endsWith('+json')) return 'json';
  if (textTypes.test(type)) return 'text';
  return type === '' ? 'unknown' : 'base64';
}
