import { type ErrorCode, statusByCode } from '#lib/core/errors.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { ApiFailure } from './call-api.ts';

/** A sentence for the person on what went wrong with a call, in their language where its code is known. */
export function failureWords({ kind, code, detail }: ApiFailure, text: Text): string {
  if (kind !== 'refused' || detail === '') return text('ui.unreachable');
  return isKnown(code) ? text(`failure.${code}`, { message: detail }) : detail;
}

function isKnown(code: string): code is ErrorCode {
  return Object.hasOwn(statusByCode, code);
}
