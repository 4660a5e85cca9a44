import { z } from 'zod';
import { jsonValue } from '#lib/core/graph/document.ts';
import type { Json } from '#lib/core/json.ts';
import { answerHeaders } from './answer-headers.ts';
import { parsePlace } from './place.ts';

/** The methods a door can be opened for: those that a Next route file can answer too. */
export const httpMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

const mebibyte = 1_048_576;
const cidr = z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()], {
  error: 'Write an IP address or a CIDR range such as 192.30.252.0/22.',
});
/** `header:<name>` or `body:<path>`. */
const place = z
  .string()
  .max(500)
  .superRefine((text, context) => {
    const parsed = parsePlace(text);
    if (!parsed.ok) context.addIssue(parsed.error);
  });
const dedupePlace = z
  .string()
  .max(500)
  .superRefine((text, context) => {
    if (text === 'off' || text === 'event' || text === 'content' || parsePlace(text).ok) return;
    context.addIssue('Write off, event, content, header:<name> or body:<path>.');
  });

/** `scheme` and its settings, never its secrets: they live sealed in a table of their own. */
export type VerificationSettings = { scheme: string } & { [setting: string]: Json };

export const enabledPart = z.boolean();
export const methodsPart = z.array(z.enum(httpMethods)).min(1).max(httpMethods.length);
/** Empty or null lets every address in. */
export const ipAllowPart = z.array(cidr).max(500).nullable();
export const rateLimitPart = z
  .strictObject({
    perSecond: z.number().positive().max(100_000),
    /** Absent: one second's worth. */
    burst: z.int().min(1).max(1_000_000).optional(),
  })
  .nullable();
export const maxBodyBytesPart = z
  .int()
  .min(1)
  .max(100 * mebibyte);
export const eventPart = z.strictObject({
  type: place.nullable().default(null),
  id: place.nullable().default(null),
});
export const dedupePart = z.strictObject({
  from: dedupePlace,
  windowSeconds: z
    .int()
    .min(1)
    .max(30 * 86_400)
    .default(86_400),
});
export const schemaPart = z.record(z.string(), jsonValue).nullable();
export const responsePart = z.strictObject({
  status: z.int().min(200).max(599).default(202),
  headers: answerHeaders.default({}),
  /** Null: the JSON answer of the public contract. */
  body: z.string().max(65_536).nullable().default(null),
  /** How long the door waits for a `respond` step. */
  waitSeconds: z.number().min(0).max(25).default(10),
});

/**
 * The parts of an endpoint's configuration that somebody set, as `endpoint.config` stores them.
 * A part nobody set isn't stored: its default may follow the verification scheme of the day.
 */
export type EndpointParts = {
  enabled?: boolean;
  methods?: z.infer<typeof methodsPart>;
  verification?: VerificationSettings;
  ipAllow?: z.infer<typeof ipAllowPart>;
  rateLimit?: z.infer<typeof rateLimitPart>;
  maxBodyBytes?: number;
  event?: z.infer<typeof eventPart>;
  dedupe?: z.infer<typeof dedupePart>;
  schema?: z.infer<typeof schemaPart>;
  response?: z.infer<typeof responsePart>;
};

/** Every part, as the door obeys it. */
export type EndpointConfig = {
  enabled: boolean;
  methods: readonly string[];
  verification: VerificationSettings;
  /** Addresses and CIDR ranges; empty: everybody. */
  ipAllow: readonly string[];
  rateLimit: { perSecond: number; burst: number } | null;
  maxBodyBytes: number;
  /** `header:<name>`, `body:<path>`, or null for the provider's place. */
  event: { type: string | null; id: string | null };
  /** `off`, `event`, `content`, `header:<name>`, `body:<path>`. */
  dedupe: { from: string; windowSeconds: number };
  schema: { [key: string]: Json } | null;
  response: z.infer<typeof responsePart>;
};

/**
 * The defaults of the public contract. `hasConfirmedId`: the scheme's sender numbers its
 * deliveries in a place we confirmed, so that duplicates can be told apart unasked.
 */
export function endpointDefaults(scheme: { hasConfirmedId: boolean }): EndpointConfig {
  return {
    enabled: true,
    methods: ['POST'],
    verification: { scheme: 'none' },
    ipAllow: [],
    rateLimit: null,
    maxBodyBytes: 10 * mebibyte,
    event: { type: null, id: null },
    dedupe: { from: scheme.hasConfirmedId ? 'event' : 'off', windowSeconds: 86_400 },
    schema: null,
    response: { status: 202, headers: {}, body: null, waitSeconds: 10 },
  };
}

/** What was set, over the defaults of its scheme. */
export function resolveEndpointConfig(
  parts: EndpointParts,
  scheme: { hasConfirmedId: boolean },
): EndpointConfig {
  const { rateLimit, ipAllow, ...rest } = parts;
  return {
    ...endpointDefaults(scheme),
    ...rest,
    ipAllow: ipAllow ?? [],
    rateLimit: rateLimit
      ? { burst: Math.max(1, Math.ceil(rateLimit.perSecond)), ...rateLimit }
      : null,
  };
}
