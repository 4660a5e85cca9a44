import type { Text } from '#lib/i18n/text.ts';
import type { ConditionReason, Reason, ReasonRow } from './condition-reasons.ts';
import { conditionSentence } from './condition-sentence.ts';

/** The conditions that didn't hold where they had to, in the order they stand. */
export function unmetRows(reasons: readonly ConditionReason[]): ReasonRow[] {
  return reasons.flatMap(({ reason }) => unmet(reason));
}

function unmet(reason: Reason): ReasonRow[] {
  if (reason.matched) return [];
  return reason.kind === 'row' ? [reason] : reason.parts.flatMap(unmet);
}

/** `body.financial_status equals "paid", was "pending"`. */
export function reasonSentence(row: ReasonRow, text: Text): string {
  const { was } = row;
  const condition = conditionSentence(row, text);
  if (was === undefined) return condition;
  const found = was === null ? text('condition.wasMissing') : text('condition.was', { value: was });
  return text('runs.came.found', { condition, found });
}
