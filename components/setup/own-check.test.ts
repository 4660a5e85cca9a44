import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planFor } from '#lib/providers/registry.ts';
import { makeSecret } from './make-secret.ts';
import { ownCheckOf, ownSchemes, verificationOf, withScheme } from './own-check.ts';

const usual = ownCheckOf({ scheme: 'github' });

test.each(ownSchemes)('%s with its usual settings is a check the door can make', (scheme) => {
  expect(planFor(verificationOf(withScheme(usual, scheme))).ok).toBe(true);
});

test('what was stored is read back as it was given', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
  const checks = fc.record({
    scheme: fc.constantFrom(...ownSchemes),
    header: name,
    algorithm: fc.constantFrom('sha1', 'sha256', 'sha512'),
    encoding: fc.constantFrom('hex', 'base64'),
    prefix: fc.constantFrom('', 'sha256=', 'Token '),
    signed: fc.constantFrom('{body}', '{timestamp}.{body}'),
    timestampHeader: fc.constantFrom('', 'x-timestamp'),
    parameter: name,
  });
  fc.assert(
    fc.property(checks, (check) => {
      const stored = verificationOf(check);
      expect(verificationOf(ownCheckOf(stored))).toEqual(stored);
    }),
  );
});

test('a made secret is long, fits where it goes, and keeps every bit', () => {
  const bytes = new Uint8Array(32).fill(255);
  expect(makeSecret('token', bytes)).toMatch(/^[\w-]{43}$/);
  expect(makeSecret('whsec', bytes)).toBe(`whsec_${Buffer.from(bytes).toString('base64')}`);
  expect(makeSecret('basic', bytes)).toMatch(/^hookline:[\w-]{43}$/);
});
