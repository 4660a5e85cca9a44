/** Usable wherever a `Problem` is. `invalid_value`: the expression is sound, what it gave is not. */
export type ExpressionProblem = {
  code: 'invalid_expression' | 'invalid_value';
  detail: string;
};

export function invalidExpression(detail: string): ExpressionProblem {
  return { code: 'invalid_expression', detail };
}
