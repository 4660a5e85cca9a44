import type { Text } from '#lib/i18n/text.ts';

const known = [
  'egress_blocked',
  'timeout',
  'dns_failed',
  'connection_failed',
  'tls_failed',
  'too_many_redirects',
  'invalid_url',
  'invalid_header',
  'invalid_value',
  'invalid_response',
  'answer_too_large',
  'connection_missing',
  'worker_crashed',
] as const;

export type StepError = { code: string; message: string };

/** Why a step failed, in the person's language where its code is known; the server speaks English. */
export function errorWords({ code, message }: StepError, text: Text): string {
  const own = known.find((one) => one === code);
  if (own) return text(`runs.error.${own}`, { message });
  return code.startsWith('http_') ? text('runs.error.http', { message }) : message;
}
