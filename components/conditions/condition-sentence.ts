import type { Operator } from '#lib/core/expression/operators.ts';
import type { Text } from '#lib/i18n/text.ts';

/** A condition as far as it is said; `right` is null where the operator compares with nothing. */
export type SaidCondition = {
  left: string;
  operator: Operator;
  right: string | null;
  not?: boolean | undefined;
  caseInsensitive?: boolean | undefined;
};
export type ConditionPart = { kind: 'left' | 'right' | 'words'; text: string };

/** A condition in words, its values apart from what is said of them: their order is the language's. */
export function conditionParts(condition: SaidCondition, text: Text): ConditionPart[] {
  const pieces = wordsOf(condition, text).split(/(\{left\}|\{right\})/);
  return pieces.flatMap((piece): ConditionPart[] => {
    if (piece === '{left}') return [{ kind: 'left', text: condition.left }];
    if (piece === '{right}') return [{ kind: 'right', text: condition.right ?? '' }];
    return piece === '' ? [] : [{ kind: 'words', text: piece }];
  });
}

/** The same in one line. */
export function conditionSentence(condition: SaidCondition, text: Text): string {
  return conditionParts(condition, text)
    .map((part) => part.text)
    .join('')
    .trim();
}

/** Still with `{left}` and `{right}` in it: a value may look like anything. */
function wordsOf({ operator, not, caseInsensitive }: SaidCondition, text: Text): string {
  const plain = text(`condition.says.${operator}`);
  const folded = caseInsensitive ? text('condition.folded', { sentence: plain }) : plain;
  return not ? text('condition.not', { sentence: folded }) : folded;
}
