import type { Json } from '#lib/core/json.ts';
import { decodeText } from './decode-text.ts';
import { type MediaType, parseMediaType } from './media-type.ts';
import { parseForm } from './parse-form.ts';
import { parseJson } from './parse-json.ts';
import { parseMultipart } from './parse-multipart.ts';
import { parseText, unread } from './parse-text.ts';
import { parseXml } from './parse-xml.ts';
import type { ParsedBody } from './parsed-body.ts';

const jsonType =
  /^(?:application\/(?:json|x-json|csp-report|x-javascript)|text\/(?:x-)?json|[^/]+\/[^/]+\+json)$/;
const xmlType = /^(?:application\/xml|text\/xml|[^/]+\/[^/]+\+xml)$/;

/**
 * What a body holds, by its content type; never by a look at it, except that a body without a type
 * which starts with a brace or bracket is taken for JSON. Never throws and never needs more than
 * linear time.
 */
export function parseBody(contentType: string | null, body: Uint8Array): ParsedBody {
  if (body.length === 0) return { state: 'none', value: null };
  if (contentType === null || contentType.trim() === '') return untyped(body);
  // What nearly every sender says, without reading it as a grammar.
  if (contentType === 'application/json') return decoded(body, undefined, parseJson);
  const media = parseMediaType(contentType);
  const charset = media.parameters.get('charset');
  if (jsonType.test(media.type)) return decoded(body, charset, parseJson);
  if (media.type === 'application/x-www-form-urlencoded') return decoded(body, charset, parseForm);
  if (media.type === 'multipart/form-data') return multipart(body, media);
  if (xmlType.test(media.type)) return decoded(body, charset ?? xmlCharset(body), parseXml);
  return media.type.startsWith('text/') ? parseText(body, charset) : unread(body);
}

function decoded(
  body: Uint8Array,
  charset: string | undefined,
  parse: (text: string) => Json | undefined,
): ParsedBody {
  const { text, valid } = decodeText(body, charset);
  const value = valid ? parse(text) : undefined;
  return value === undefined ? { state: 'failed', value: text } : { state: 'ok', value };
}

function multipart(body: Uint8Array, media: MediaType): ParsedBody {
  const value = parseMultipart(body, media.parameters.get('boundary'));
  if (value !== undefined) return { state: 'ok', value };
  return { state: 'failed', value: decodeText(body, undefined).text };
}

function untyped(body: Uint8Array): ParsedBody {
  const { text, valid } = decodeText(body, undefined);
  if (/^\s*[{[]/.test(text)) return decoded(body, undefined, parseJson);
  return valid && !text.includes('\0') ? { state: 'ok', value: text } : unread(body);
}

/** XML 1.0 appendix F: a byte order mark, else what the declaration says, else UTF-8. */
function xmlCharset(body: Uint8Array): string | undefined {
  const [first, second] = body;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'utf-16';
  const head = String.fromCharCode(...body.subarray(0, 200));
  const named = /^<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1];
  // Bytes that could spell this declaration are not UTF-16, whatever it says.
  return named && !named.toLowerCase().startsWith('utf-16') ? named : undefined;
}
