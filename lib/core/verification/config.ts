import { z } from 'zod';

/** Settings of the generic `hmac` scheme. Providers are rows of the same shape (lib/providers). */
export const hmacSettings = z.strictObject({
  header: z.string().min(1).max(200),
  algorithm: z.enum(['sha1', 'sha256', 'sha384', 'sha512']).default('sha256'),
  encoding: z.enum(['hex', 'base64', 'base64url']).default('hex'),
  /** What stands before the digest in the header, e.g. `sha256=`. */
  prefix: z.string().max(40).default(''),
  /** Template of the signed bytes: `{body}`, `{timestamp}`, `{method}`, `{url}`, `{path}`, `{query}`, `{header:name}`. */
  signed: z.string().min(1).max(400).default('{body}'),
  timestampHeader: z.string().min(1).max(200).optional(),
  /** Seconds a timestamp may lie off, both ends included. */
  toleranceSeconds: z.int().min(1).max(86_400).optional(),
});
export type HmacSettings = z.infer<typeof hmacSettings>;
