import type { Text } from '#lib/i18n/text.ts';
import type { RequestSummary } from './request-types.ts';

/**
 * What a check found. The stored sentence says most, but in English only: in another language the
 * words of its result stand for it. Empty where it failed: the reason has words of its own.
 */
export function foundWords({ status, detail }: RequestSummary['verification'], text: Text): string {
  if (text.locale === 'en' || detail === '') return detail;
  return status === 'failed' ? '' : text(`inspector.found.${status}`);
}
