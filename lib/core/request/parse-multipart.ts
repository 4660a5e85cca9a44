// Named, so that a browser gets one too: the editor parses samples as a run does.
import { Buffer } from 'node:buffer';
import type { Json } from '#lib/core/json.ts';
import { decodeText } from './decode-text.ts';
import { parseMediaType } from './media-type.ts';
import { FieldMap } from './parsed-body.ts';

const maxParts = 1000;
const maxPartHeaderBytes = 16_384;
const maxFileText = 65_536;
/** RFC 2046 §5.1.1 */
const boundaryShape = /^[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]$/;

/**
 * Parses `multipart/form-data` (RFC 7578, strictly: CRLF, a closing boundary, a name per part).
 * A field is its text; a file is `{filename, contentType, size}`, with its `text` where it is a
 * small text. A name sent twice becomes a list. Undefined where the body doesn't keep to the rules.
 */
export function parseMultipart(body: Uint8Array, boundary: string | undefined): Json | undefined {
  if (boundary === undefined || !boundaryShape.test(boundary)) return undefined;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const fields = new FieldMap();
  let parts = 0;
  for (const part of splitParts(bytes, boundary)) {
    parts += 1;
    const field = part === null || parts > maxParts ? undefined : readPart(part);
    if (!field) return undefined;
    fields.add(field.name, field.value);
  }
  return fields.toJson();
}

/** Yields the bytes of each part, and null where the body ends before its closing boundary. */
function* splitParts(bytes: Buffer, boundary: string): Generator<Buffer | null> {
  const delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
  const opensAtOnce = bytes.subarray(0, delimiter.length - 2).equals(delimiter.subarray(2));
  let at = opensAtOnce ? delimiter.length - 2 : afterNext(bytes, delimiter, 0);
  for (;;) {
    if (at === -1) return yield null;
    if (bytes[at] === 0x2d && bytes[at + 1] === 0x2d) return;
    const start = afterPadding(bytes, at);
    // An empty part's delimiter may share its CRLF with the line before.
    const end = start === -1 ? -1 : bytes.indexOf(delimiter, start - 2);
    if (end === -1) return yield null;
    yield bytes.subarray(start, Math.max(start, end));
    at = end + delimiter.length;
  }
}

function afterNext(bytes: Buffer, delimiter: Buffer, from: number): number {
  const found = bytes.indexOf(delimiter, from);
  return found === -1 ? -1 : found + delimiter.length;
}

/** Past the white space and the CRLF that end a delimiter line; -1 where something else stands there. */
function afterPadding(bytes: Buffer, at: number): number {
  let next = at;
  while (bytes[next] === 0x20 || bytes[next] === 0x09) next += 1;
  return bytes[next] === 0x0d && bytes[next + 1] === 0x0a ? next + 2 : -1;
}

function readPart(part: Buffer): { name: string; value: Json } | undefined {
  const headerEnd = part.indexOf('\r\n\r\n');
  if (headerEnd === -1 || headerEnd > maxPartHeaderBytes) return undefined;
  const headers = readHeaders(part.subarray(0, headerEnd));
  const disposition = headers?.get('content-disposition');
  if (!headers || disposition === undefined) return undefined;
  const { type, name, filename } = readDisposition(disposition);
  if (type !== 'form-data' || name === undefined) return undefined;
  if (filename?.includes('\0') || name.includes('\0')) return undefined;
  const content = part.subarray(headerEnd + 4);
  const contentType = headers.get('content-type') ?? null;
  if (filename !== undefined) return { name, value: fileValue(filename, contentType, content) };
  const charset = contentType ? parseMediaType(contentType).parameters.get('charset') : undefined;
  return { name, value: decodeText(content, charset).text };
}

/** Folded lines (obsolete since RFC 7230) and lines without a colon are refused. */
function readHeaders(bytes: Buffer): Map<string, string> | undefined {
  const headers = new Map<string, string>();
  for (const line of new TextDecoder().decode(bytes).split('\r\n')) {
    const header = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\r\n]*)$/.exec(line);
    if (!header) return undefined;
    const [, name = '', value = ''] = header;
    if (!headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value.trim());
  }
  return headers;
}

type Disposition = { type: string; name: string | undefined; filename: string | undefined };

function readDisposition(header: string): Disposition {
  const parameters = new Map<string, string>();
  for (const found of header.matchAll(/;[ \t]*([^\s=;]+)=(?:"((?:[^"\\]|\\.)*)"|([^;"\s]*))/gs)) {
    const [, name = '', quoted, token = ''] = found;
    // Browsers write a quote as %22 and leave backslashes alone; others write \".
    const value = quoted?.replaceAll('\\"', '"').replaceAll('%22', '"') ?? token;
    if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), value);
  }
  return {
    type: header.split(';', 1)[0]?.trim().toLowerCase() ?? '',
    name: parameters.get('name'),
    filename: extendedValue(parameters.get('filename*')) ?? parameters.get('filename'),
  };
}

/** RFC 8187: `UTF-8''na%C3%AFve.txt` */
function extendedValue(value: string | undefined): string | undefined {
  const found = value === undefined ? null : /^utf-8'[^']*'(.*)$/i.exec(value);
  if (!found) return undefined;
  try {
    return decodeURIComponent(found[1] ?? '');
  } catch {
    return undefined;
  }
}

function fileValue(filename: string, contentType: string | null, content: Buffer): Json {
  const file = { filename, contentType, size: content.length };
  if (content.length > maxFileText || content.includes(0)) return file;
  const charset = contentType ? parseMediaType(contentType).parameters.get('charset') : undefined;
  const { text, valid } = decodeText(content, charset);
  return valid ? { ...file, text } : file;
}
