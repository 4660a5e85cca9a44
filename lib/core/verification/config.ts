import { z } from 'zod';

const headerName = z.string().regex(/^[\w!#$%&'*+.^`|~-]{1,200}$/, {
  error: "This is no header's name. Write it like x-signature.",
});

/** Settings of the generic `hmac` scheme. Providers are rows of the same shape (lib/providers). */
export const hmacSettings = z.strictObject({
  header: headerName,
  algorithm: z.enum(['sha1', 'sha256', 'sha384', 'sha512']).default('sha256'),
  encoding: z.enum(['hex', 'base64', 'base64url']).default('hex'),
  /** What stands before the digest in the header, e.g. `sha256=`. */
  prefix: z.string().max(40).default(''),
  /** Template of the signed bytes: `{body}`, `{timestamp}`, `{method}`, `{url}`, `{path}`, `{query}`, `{header:name}`, `{query:name}`. */
  signed: z.string().min(1).max(400).default('{body}'),
  timestampHeader: headerName.optional(),
  /** Seconds a timestamp may lie off, both ends included. Absent: any age passes. */
  toleranceSeconds: z.int().min(1).max(86_400).optional(),
  /** How the secret becomes the key. */
  secretEncoding: z.enum(['utf8', 'base64', 'hex', 'whsec']).default('utf8'),
});
export type HmacSettings = z.infer<typeof hmacSettings>;

/** A secret in a header of its own. */
export const headerTokenSettings = z.strictObject({
  header: headerName.default('x-webhook-token'),
  /** What stands before it, e.g. `Token `. */
  prefix: z.string().max(40).default(''),
});

/** A secret in the URL's query. */
export const queryTokenSettings = z.strictObject({
  parameter: z.string().min(1).max(100).default('token'),
});

/** `bearer`, `basic`, `none` have nothing to set. */
export const noSettings = z.strictObject({});

/** Providers that sign a timestamp let its window be widened or narrowed. */
export const timedProviderSettings = z.strictObject({
  toleranceSeconds: z.int().min(1).max(86_400).optional(),
});

/**
 * The shape of `verification` without secrets. Which settings go with which scheme is said by
 * `planFor` (lib/providers/registry.ts), which knows the providers.
 */
export const verificationConfig = z.strictObject({
  scheme: z.string().min(1).max(60),
  header: z.string().max(200).optional(),
  algorithm: z.string().max(20).optional(),
  encoding: z.string().max(20).optional(),
  prefix: z.string().max(40).optional(),
  signed: z.string().max(400).optional(),
  timestampHeader: z.string().max(200).optional(),
  toleranceSeconds: z.number().optional(),
  secretEncoding: z.string().max(20).optional(),
  parameter: z.string().max(100).optional(),
});

/** Body of `POST /api/v1/tools/check-signature`. Secrets are taken as they are, however odd. */
export const checkSignatureRequest = verificationConfig.extend({
  secrets: z.array(z.string().max(8192)).max(20).default([]),
  method: z.string().min(1).max(20).default('POST'),
  url: z.string().max(8192).default(''),
  headers: z
    .array(z.tuple([z.string().max(200), z.string().max(65_536)]))
    .max(500)
    .default([]),
  bodyBase64: z.string().max(20_000_000).default(''),
  /** Unix seconds or ISO 8601; default: the server's clock. */
  now: z.union([z.number().nonnegative(), z.iso.datetime({ offset: true })]).nullish(),
  /** For schemes whose sender names a certificate by URL: what that URL serves. */
  certificatePem: z.string().max(100_000).nullish(),
});
export type CheckSignatureRequest = z.infer<typeof checkSignatureRequest>;
