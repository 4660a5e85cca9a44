import { promisify } from 'node:util';
import {
  brotliDecompress,
  gunzip,
  inflateRaw,
  inflate as inflateZlib,
  zstdDecompress,
} from 'node:zlib';
import type { RefusalReason } from '#lib/core/errors.ts';
import { err, ok, type Result } from '#lib/core/result.ts';

type Options = { maxOutputLength: number };
type Decode = (body: Uint8Array, options: Options) => Promise<Buffer>;

/** Some senders mean the raw format by `deflate`; RFC 9110 §8.4.1.2 means zlib's. */
const deflate: Decode = async (body, options) => {
  const zlibHeader = ((body[0] ?? 0) & 0x0f) === 8;
  return zlibHeader ? promisify(inflateZlib)(body, options) : promisify(inflateRaw)(body, options);
};
const decoders: Record<string, Decode> = {
  gzip: promisify(gunzip) as Decode,
  'x-gzip': promisify(gunzip) as Decode,
  deflate,
  br: promisify(brotliDecompress) as Decode,
  zstd: promisify(zstdDecompress) as Decode,
};
const maxEncodings = 3;

/** Undoes `Content-Encoding`, last one first, never past `maxBytes`. */
export async function inflate(
  contentEncoding: string,
  body: Uint8Array,
  maxBytes: number,
): Promise<Result<Uint8Array, RefusalReason>> {
  const names = contentEncoding
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > maxEncodings || names.some((name) => !Object.hasOwn(decoders, name)))
    return err('unsupported_encoding');
  let decoded = body;
  for (const name of names.reverse()) {
    try {
      decoded = (await decoders[name]?.(decoded, { maxOutputLength: maxBytes })) ?? decoded;
    } catch (cause) {
      const tooLarge = (cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
      return err(tooLarge ? 'body_too_large' : 'bad_encoding');
    }
  }
  return ok(decoded);
}
