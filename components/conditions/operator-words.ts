import type { Text } from '#lib/i18n/text.ts';
import type { ReasonRow } from './condition-reasons.ts';

/** `not: equals (ignoring case)`. */
export function operatorWords(
  { operator, not, caseInsensitive }: Pick<ReasonRow, 'operator' | 'not' | 'caseInsensitive'>,
  text: Text,
): string {
  const plain = text(`condition.op.${operator}`);
  const folded = caseInsensitive ? text('condition.folded', { operator: plain }) : plain;
  return not ? text('condition.not', { operator: folded }) : folded;
}
