import type { StepError } from '#lib/core/execution/types.ts';
import type { HttpRequestSettings } from './settings.ts';

/** Statuses that can pass by themselves; everything else needs somebody to change something. */
const passing: ReadonlySet<number> = new Set([408, 425, 429]);

export function isSuccess(
  status: number,
  accepted: HttpRequestSettings['successStatuses'],
): boolean {
  return accepted.some((entry) => {
    const text = String(entry);
    return text.endsWith('xx') ? text[0] === String(status)[0] : text === String(status);
  });
}

/** `http_<status>`, in a person's words. `retryAfterMs` where the other side named a time. */
export function statusError(
  status: number,
  answer: { host: string; retryAfter: string | undefined; now: number },
): StepError {
  const { host, retryAfter, now } = answer;
  const retryable = passing.has(status) || status >= 500;
  const wait = retryable ? parseRetryAfter(retryAfter, now) : undefined;
  return {
    code: `http_${status}`,
    message: `${host} ${statusWords(status)} (${status}).`,
    retryable,
    ...(wait !== undefined && { retryAfterMs: wait }),
  };
}

function statusWords(status: number): string {
  if (status === 401 || status === 403) return 'refused the sign-in';
  if (status === 404 || status === 410) return 'has nothing at this address';
  if (status === 408) return 'waited too long for the request';
  if (status === 429) return 'asks for fewer calls';
  if (status >= 500) return 'had a fault of its own';
  return status >= 400
    ? 'did not accept the request'
    : 'gave an answer that does not count as success';
}

/** RFC 9110 §10.2.3: seconds or an HTTP date. Milliseconds from `now`; a date that has passed is 0. */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Za-z]{3,9},? /.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
