import type { Text } from '#lib/i18n/text.ts';
import type { ConditionReason, Reason, ReasonRow } from './condition-reasons.ts';
import { operatorWords } from './operator-words.ts';

/** The conditions that didn't hold where they had to, in the order they stand. */
export function unmetRows(reasons: readonly ConditionReason[]): ReasonRow[] {
  return reasons.flatMap(({ reason }) => unmet(reason));
}

function unmet(reason: Reason): ReasonRow[] {
  if (reason.matched) return [];
  return reason.kind === 'row' ? [reason] : reason.parts.flatMap(unmet);
}

/** `body.financial_status equals "paid", was "pending"`. */
export function conditionSentence(row: ReasonRow, text: Text): string {
  const { left, right, was } = row;
  const operator = operatorWords(row, text);
  const condition =
    right === null
      ? text('runs.came.alone', { left, operator })
      : text('runs.came.compared', { left, operator, right });
  if (was === undefined) return condition;
  const found = was === null ? text('condition.wasMissing') : text('condition.was', { value: was });
  return text('runs.came.found', { condition, found });
}
