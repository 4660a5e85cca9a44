import { z } from 'zod';
import { jsonValue } from '#lib/core/graph/document.ts';

const mebibyte = 1_048_576;
const maxTimeoutSeconds = 120;

const pairs = z.array(
  z.strictObject({ name: z.string().min(1, 'Name it.').max(500), value: jsonValue }),
);
/** By name, or a list where a name comes more than once or order counts. */
const fields = z.union([z.record(z.string(), jsonValue), pairs], {
  error: 'Give an object of names and values, or a list of {name, value}.',
});

const body = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('none') }),
    z.strictObject({ type: z.literal('json'), value: jsonValue }),
    z.strictObject({ type: z.literal('form'), fields }),
    z.strictObject({
      type: z.literal('raw'),
      text: z.string(),
      contentType: z.string().max(200).optional(),
    }),
  ],
  { error: 'A body has a type: none, json, form or raw.' },
);

const status = z.union([z.int().min(100).max(599), z.string().regex(/^[1-5](xx|\d\d)$/)], {
  error: 'Give a status like 204, or a class like 2xx.',
});

export const settings = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']).default('POST'),
  url: z
    .string('This step has no URL. Say where to send it.')
    .min(1, 'This step has no URL. Say where to send it.')
    .max(8192),
  headers: z
    .record(z.string(), z.string('A header value is a text. It may hold templates.').max(8192))
    .default({}),
  query: fields.default({}).describe('Added to the URL. Null leaves one out, a list repeats it.'),
  body: body.default({ type: 'none' }),
  connectionId: z.string().max(100).optional().describe('The stored credentials to call with.'),
  timeoutSeconds: z.number().min(0.1).max(maxTimeoutSeconds).default(30),
  responseType: z
    .enum(['auto', 'json', 'text', 'base64'])
    .default('auto')
    .describe('auto: by the content type of the answer.'),
  maxResponseBytes: z
    .int()
    .min(0)
    .max(10 * mebibyte)
    .default(mebibyte),
  successStatuses: z.array(status).min(1).max(50).default(['2xx']),
  followRedirects: z.boolean().default(true),
});
export type HttpRequestSettings = z.infer<typeof settings>;
