import { z } from 'zod';

/** Headers that an answer of the door never takes from a person: they'd reach the app's own origin or break the framing. */
const reserved = new Set([
  'set-cookie',
  'set-cookie2',
  'content-security-policy',
  'content-security-policy-report-only',
  'x-content-type-options',
  'referrer-policy',
  'clear-site-data',
  'strict-transport-security',
  'service-worker-allowed',
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'content-length',
  'content-encoding',
  'date',
  'hookline-hop',
]);
const nameShape = /^[\w!#$%&'*+.^`|~-]{1,100}$/;
// Visible ASCII, spaces and tabs: what node:http will write without throwing.
const valueShape = /^[\t\x20-\x7e\x80-\xff]{0,2000}$/;

/** True where a configured answer, or a `respond` step's, may carry this header. */
export function isAnswerHeader(name: string, value: string): boolean {
  return nameShape.test(name) && !reserved.has(name.toLowerCase()) && valueShape.test(value);
}

export const answerHeaders = z.record(z.string(), z.string()).superRefine((headers, context) => {
  const entries = Object.entries(headers);
  if (entries.length > 50) context.addIssue('An answer has up to 50 headers.');
  for (const [name, value] of entries) {
    if (isAnswerHeader(name, value)) continue;
    context.addIssue({
      code: 'custom',
      path: [name],
      message: `An answer can't set the header "${name}" to this value.`,
    });
  }
});
