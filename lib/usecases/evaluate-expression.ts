import { type Problem, problem } from '#lib/core/errors.ts';
import {
  type Condition,
  ConditionEvaluator,
  type ConditionTrace,
  conditionProblems,
  conditionSettings,
} from '#lib/core/expression/condition.ts';
import { parseTemplate, TemplateCache, templateRoots } from '#lib/core/expression/template.ts';
import { isJsonObject, type Json } from '#lib/core/json.ts';
import { deeperThan } from '#lib/core/json-depth.ts';
import { parseJson } from '#lib/core/request/parse-json.ts';
import { err, ok, type Result } from '#lib/core/result.ts';

export const evaluateLanguages = [
  'template',
  'condition',
  'jsonata',
  'jsonpath',
  'xpath',
  'regex',
] as const;
type EngineLanguage = Exclude<(typeof evaluateLanguages)[number], 'template' | 'condition'>;

export type EvaluateExpression = {
  language: (typeof evaluateLanguages)[number];
  /** A text; a condition may be an object, too. */
  expression: Json;
  /** The roots of templates and conditions; else what the expression runs over. */
  data: Json;
};
export type Evaluation =
  | { result: Json; warnings?: string[]; trace?: ConditionTrace }
  | { nodes: Json };

export type EvaluateDeps = {
  evaluator: {
    evaluate(input: {
      language: EngineLanguage;
      expression: string;
      data: Json;
    }): Promise<Result<Json>>;
  };
};

const maxDepth = 500;

/** What an expression makes of some data. Fails with `invalid_expression`, `invalid_value` or `overloaded`. */
export async function evaluateExpression(
  deps: EvaluateDeps,
  input: EvaluateExpression,
): Promise<Result<Evaluation>> {
  const { language, expression, data } = input;
  if (deeperThan(data, maxDepth)) {
    return err(problem('invalid_value', `Give data nested at most ${maxDepth} deep.`));
  }
  if (language === 'condition') return evaluateTree(expression, data);
  if (typeof expression !== 'string') return err(invalid('Give the expression as text.'));
  if (language === 'template') return evaluateTemplate(expression, data);
  const result = await deps.evaluator.evaluate({ language, expression, data });
  if (!result.ok) return result;
  return ok(language === 'jsonpath' ? { nodes: result.value } : { result: result.value });
}

function invalid(detail: string): Problem {
  return problem('invalid_expression', detail);
}

/** Roots of a real run count even where the sample data lacks them: they are then missing, not wrong. */
function rootsOf(data: Json): { scope: object; roots: string[] } {
  const scope = isJsonObject(data) ? data : {};
  return { scope, roots: [...new Set([...templateRoots, ...Object.keys(scope)])] };
}

function evaluateTemplate(text: string, data: Json): Result<Evaluation> {
  const { scope, roots } = rootsOf(data);
  const parsed = parseTemplate(text, roots);
  if (!parsed.ok) return parsed;
  const warnings: string[] = [];
  return ok({ result: new TemplateCache(roots).value(text, scope, warnings), warnings });
}

function evaluateTree(expression: Json, data: Json): Result<Evaluation> {
  const condition = readCondition(expression);
  if (!condition.ok) return condition;
  const { scope, roots } = rootsOf(data);
  const problems = conditionProblems(condition.value, roots);
  if (problems.length > 0) {
    return err({ ...invalid('This condition has faults; see errors.'), errors: problems });
  }
  const evaluator = new ConditionEvaluator(roots);
  const { matched, trace, warnings } = evaluator.evaluate(condition.value, scope);
  return ok({ result: matched, trace, warnings });
}

function readCondition(expression: Json): Result<Condition> {
  const tree = typeof expression === 'string' ? parseJson(expression) : expression;
  if (tree === undefined || deeperThan(tree, maxDepth)) {
    return err(invalid('Give the condition as JSON, like {"all": [{"left": "{{body.id}}", …}]}.'));
  }
  const parsed = conditionSettings.safeParse(tree);
  if (parsed.success) return ok(parsed.data);
  const errors = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    message: issue.message,
  }));
  return err({ ...invalid('This is not a condition; see errors.'), errors });
}
