import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Gate } from './gate.ts';
import { inflate } from './inflate.ts';

const pack: Record<string, (body: Uint8Array) => Buffer> = {
  gzip: gzipSync,
  deflate: deflateSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
};

test('what was packed comes out as it went in, up to three times over', async () => {
  const codings = fc.array(fc.constantFrom(...Object.keys(pack)), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(codings, fc.uint8Array({ minLength: 1 }), async (names, body) => {
      const packed = names.reduce<Uint8Array>((bytes, name) => pack[name]?.(bytes) ?? bytes, body);
      const result = await inflate(names.join(', '), packed, 100_000);
      expect(result.ok && [...result.value]).toEqual([...body]);
    }),
    { numRuns: 60 },
  );
});

test('bare deflate is taken for what its sender meant', async () => {
  const body = Buffer.from('{"a":1}');
  const result = await inflate('deflate', deflateRawSync(body), 1000);
  expect(result.ok && Buffer.from(result.value)).toEqual(body);
});

test('nothing grows past the limit, cut or unknown packings are told apart', async () => {
  const big = Buffer.alloc(2_000_000);
  for (const [name, packed] of Object.entries(pack))
    expect(await inflate(name, packed(big), 10_000)).toEqual({
      ok: false,
      error: 'body_too_large',
    });
  expect(await inflate('gzip', gzipSync('abc').subarray(0, 12), 100)).toMatchObject({
    error: 'bad_encoding',
  });
  for (const unknown of ['lzma', 'gzip, x', 'constructor', 'gzip, gzip, gzip, gzip'])
    expect(await inflate(unknown, gzipSync('abc'), 100)).toMatchObject({
      error: 'unsupported_encoding',
    });
});

test('no more than its places are at work behind a gate', async () => {
  const gate = new Gate(2);
  let working = 0;
  let most = 0;
  const work = async () => {
    working += 1;
    most = Math.max(most, working);
    await new Promise((resolve) => setImmediate(resolve));
    working -= 1;
    if (most > 5) throw new Error('Too many.');
    return most;
  };
  await Promise.all(Array.from({ length: 10 }, () => gate.run(work)));
  expect(most).toBe(2);
});
