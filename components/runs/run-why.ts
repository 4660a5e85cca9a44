import type { Text } from '#lib/i18n/text.ts';
import { errorWords } from './error-words.ts';
import type { RunListItem } from './run-types.ts';

/** The failing step with its reason, the step that stopped it, or where it waits. */
export function whyOf(
  { steps, status, error }: Pick<RunListItem, 'steps' | 'status' | 'error'>,
  text: Text,
): string {
  const step = steps.findLast((one) => one.status === status)?.name;
  if (status === 'waiting') return step ? text('runs.why.waiting', { step }) : '';
  if (status === 'filtered' && step) return text('runs.why.filtered', { step });
  if (!error) return '';
  const message = errorWords(error, text);
  return step ? text('runs.why.step', { step, message }) : message;
}
