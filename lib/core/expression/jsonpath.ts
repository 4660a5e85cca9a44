import { type FilterFunction, FunctionExpressionType, JSONPathEnvironment } from 'json-p3';
import type { Json } from '#lib/core/json.ts';
import { maxBodyDepth } from '#lib/core/request/parsed-body.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { iRegexpToRe2 } from './i-regexp.ts';
import { type ExpressionProblem, invalidExpression } from './problem.ts';
import { compileRegex, type Regex } from './regex.ts';

/** `path` is the normalized path of RFC 9535 §2.7. */
export type JsonPathNode = { path: string; value: Json };

const maxExpressionLength = 5000;
const maxNodes = 10_000;

/**
 * JSONPath (RFC 9535). Fails with `invalid_expression`, or `invalid_value` where it finds more than
 * 10,000 nodes or the data is too deep. Nested descendants can take long: give untrusted expressions
 * a deadline.
 */
export function evaluateJsonPath(
  expression: string,
  data: Json,
): Result<JsonPathNode[], ExpressionProblem> {
  if (expression.length > maxExpressionLength) {
    return err(invalidExpression(`A JSONPath has at most ${maxExpressionLength} characters.`));
  }
  const query = compile(expression);
  if (!query.ok) return query;
  const nodes: JsonPathNode[] = [];
  try {
    for (const node of query.value.lazyQuery(data)) {
      if (nodes.length >= maxNodes) {
        return err({ code: 'invalid_value', detail: `This finds more than ${maxNodes} nodes.` });
      }
      nodes.push({ path: node.path, value: node.value as Json });
    }
    return ok(nodes);
  } catch (cause) {
    return err({ code: 'invalid_value', detail: reason(cause) });
  }
}

function compile(expression: string) {
  try {
    return ok(linearEnvironment().compile(expression));
  } catch (cause) {
    return err(invalidExpression(`This is not a JSONPath: ${reason(cause)}.`));
  }
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** The library's own `match` and `search` run patterns on the backtracking engine. */
function linearEnvironment(): JSONPathEnvironment {
  const environment = new JSONPathEnvironment({ maxRecursionDepth: maxBodyDepth + 10 });
  environment.functionRegister.set('match', new PatternFunction((p) => `^(?:${p})$`));
  environment.functionRegister.set('search', new PatternFunction((p) => p));
  environment.functionRegister.delete('has');
  return environment;
}

class PatternFunction implements FilterFunction {
  readonly argTypes = [FunctionExpressionType.ValueType, FunctionExpressionType.ValueType];
  readonly returnType = FunctionExpressionType.LogicalType;
  readonly #patterns = new Map<string, Regex | null>();
  readonly #anchor: (pattern: string) => string;

  constructor(anchor: (pattern: string) => string) {
    this.#anchor = anchor;
  }

  /** What is no I-Regexp, or no text, doesn't match (RFC 9535 §2.4.6). */
  call(text: unknown, pattern: unknown): boolean {
    if (typeof text !== 'string' || typeof pattern !== 'string') return false;
    let regex = this.#patterns.get(pattern);
    if (regex === undefined) {
      const translated = iRegexpToRe2(pattern);
      const compiled = translated === undefined ? null : compileRegex(this.#anchor(translated));
      regex = compiled?.ok ? compiled.value : null;
      this.#patterns.set(pattern, regex);
    }
    return regex?.test(text) ?? false;
  }
}
