import {
  type BrotliDecompress,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
  type Gunzip,
  type ZstdDecompress,
  constants as zlib,
} from 'node:zlib';
import type { RawResponse } from './exchange.ts';

type Inflater = Gunzip | BrotliDecompress | ZstdDecompress;
/** Nobody compresses more often than that in earnest. */
const maxCodings = 3;

/**
 * The body with its content codings (gzip, deflate, br, zstd) taken off, never growing beyond
 * `maxBytes`: what is beyond is cut and `truncated`. A head of a compressed body gives the head of the
 * plain one. Codings nobody knows are left on. Undefined where the bytes are not what they say.
 */
export async function inflateResponse(
  response: RawResponse,
  maxBytes: number,
): Promise<RawResponse | undefined> {
  const codings = codingsOf(response.headers['content-encoding']);
  if (codings.length === 0 || response.body.length === 0) return response;
  let { body, truncated } = response;
  for (const coding of codings.toReversed()) {
    const inflater = inflaterFor(coding, body);
    if (!inflater) break;
    const plain = await inflate(inflater, body, maxBytes);
    if (!plain) return undefined;
    body = plain.body;
    truncated ||= plain.truncated;
  }
  return { ...response, body, truncated };
}

function codingsOf(header: string | undefined): string[] {
  if (!header) return [];
  const names = header.split(',').map((name) => name.trim().toLowerCase());
  const codings = names.filter((name) => name !== '' && name !== 'identity');
  return codings.length > maxCodings ? [] : codings;
}

function inflaterFor(coding: string, body: Buffer): Inflater | undefined {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip({ finishFlush: zlib.Z_SYNC_FLUSH });
    case 'deflate':
      // RFC 9110 means zlib's format; many senders mean bare deflate. The first byte tells.
      return ((body[0] ?? 0) & 0x0f) === 8
        ? createInflate({ finishFlush: zlib.Z_SYNC_FLUSH })
        : createInflateRaw({ finishFlush: zlib.Z_SYNC_FLUSH });
    case 'br':
      return createBrotliDecompress({ finishFlush: zlib.BROTLI_OPERATION_FLUSH });
    case 'zstd':
      return createZstdDecompress({ finishFlush: zlib.ZSTD_e_flush });
    default:
      return undefined;
  }
}

function inflate(
  inflater: Inflater,
  body: Buffer,
  maxBytes: number,
): Promise<{ body: Buffer; truncated: boolean } | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (truncated: boolean) => {
      resolve({ body: Buffer.concat(chunks), truncated });
      inflater.destroy();
    };
    inflater.on('data', (chunk: Buffer) => {
      const room = maxBytes - size;
      chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
      size += Math.min(room, chunk.length);
      if (chunk.length > room) finish(true);
    });
    inflater.on('end', () => finish(false));
    inflater.on('error', () => resolve(undefined));
    inflater.end(body);
  });
}
