import type { Text } from '#lib/i18n/text.ts';
import type { ApiFailure } from './call-api.ts';

/** A sentence for the person on what went wrong with a call. */
export function failureWords(failure: ApiFailure, text: Text): string {
  return (failure.kind === 'refused' && failure.detail) || text('ui.unreachable');
}
