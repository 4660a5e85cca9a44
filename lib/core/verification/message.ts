import type { Hash, Hmac } from 'node:crypto';
import { firstHeader } from '#lib/core/request/header-value.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { MessagePart } from './scheme.ts';
import type { VerificationInput } from './types.ts';

export type MessageContext = {
  request: VerificationInput['request'];
  timestamp: string;
  secret: string;
};

/** The signed bytes in order. `missing` names the header or parameter that didn't come. */
export function messageBytes(
  parts: readonly MessagePart[],
  context: MessageContext,
): Result<Uint8Array[], { missing: string }> {
  const bytes: Uint8Array[] = [];
  for (const part of parts) {
    const stretch = partBytes(part, context);
    if (stretch === null) return err({ missing: partName(part) });
    bytes.push(stretch);
  }
  return ok(bytes);
}

export function feed(mac: Hmac | Hash, bytes: readonly Uint8Array[]): void {
  for (const stretch of bytes) mac.update(stretch);
}

function partBytes(part: MessagePart, context: MessageContext): Uint8Array | null {
  if (part === 'body') return context.request.body;
  if (typeof part === 'string') return Buffer.from(namedPart(part, context), 'utf8');
  if ('literal' in part) return Buffer.from(part.literal, 'utf8');
  // Header values reach us with one character per byte (latin1): this gives the bytes back.
  if ('header' in part) {
    const header = firstHeader(context.request.headers, part.header);
    return header ? Buffer.from(header.value, 'latin1') : null;
  }
  const value = new URLSearchParams(context.request.query).get(part.queryParameter);
  if (value === null) return null;
  return Buffer.from(part.lowerCase ? value.toLowerCase() : value, 'utf8');
}

function namedPart(part: Exclude<MessagePart, object | 'body'>, context: MessageContext): string {
  const { request } = context;
  switch (part) {
    case 'timestamp':
      return context.timestamp;
    case 'method':
      return request.method;
    case 'url':
      return request.url;
    case 'path':
      return /^[^:/?#]+:\/\/[^/?#]*([^?#]*)/.exec(request.url)?.[1] ?? '';
    case 'query':
      return request.query;
    case 'secret':
      return context.secret;
  }
}

function partName(part: MessagePart): string {
  if (typeof part === 'string') return part;
  if ('header' in part) return part.header[0] ?? 'header';
  return 'queryParameter' in part ? `?${part.queryParameter}` : 'text';
}

const placeholder = /\{([^{}]*)\}/g;
const plainParts: readonly MessagePart[] = ['body', 'timestamp', 'method', 'url', 'path', 'query'];

/**
 * Reads a template of signed bytes: `{body}`, `{timestamp}`, `{method}`, `{url}`, `{path}`,
 * `{query}`, `{header:name}`, `{query:name}`; all else stands for itself. Fails
 * with a sentence.
 */
export function parseMessage(template: string): Result<MessagePart[], string> {
  const parts: MessagePart[] = [];
  let from = 0;
  for (const found of template.matchAll(placeholder)) {
    addLiteral(parts, template.slice(from, found.index));
    const part = placeholderPart(found[1] ?? '');
    if (!part.ok) return part;
    parts.push(part.value);
    from = found.index + found[0].length;
  }
  addLiteral(parts, template.slice(from));
  return ok(parts);
}

function addLiteral(parts: MessagePart[], literal: string): void {
  if (literal !== '') parts.push({ literal });
}

function placeholderPart(inner: string): Result<MessagePart, string> {
  const plain = plainParts.find((part) => part === inner);
  if (plain) return ok(plain);
  const header = /^header:([\w!#$%&'*+.^`|~-]{1,200})$/.exec(inner)?.[1];
  if (header) return ok({ header: [header.toLowerCase()] });
  const parameter = /^query:(.{1,200})$/.exec(inner)?.[1];
  if (parameter) return ok({ queryParameter: parameter });
  return err(
    `{${inner}} is not known here. Use {body}, {timestamp}, {method}, {url}, {path}, {query}, {header:name} or {query:name}.`,
  );
}
