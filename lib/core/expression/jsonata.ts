import jsonata from 'jsonata';
import type { Json } from '#lib/core/json.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { type ExpressionProblem, invalidExpression } from './problem.ts';
import { compileRegex, type Regex } from './regex.ts';
import { toJson } from './to-json.ts';

const maxExpressionLength = 20_000;
const maxStack = 200;
const maxSequence = 100_000;

/**
 * JSONata 2. Fails with `invalid_expression` for syntax, `invalid_value` for what goes wrong while
 * it runs; `timeoutMs` ends loops that give the event loop a turn, nothing else: run untrusted
 * expressions where they can be killed.
 */
export async function evaluateJsonata(
  expression: string,
  data: Json,
  timeoutMs: number,
): Promise<Result<Json, ExpressionProblem>> {
  if (expression.length > maxExpressionLength) {
    return err(invalidExpression(`JSONata has at most ${maxExpressionLength} characters.`));
  }
  const compiled = compile(expression, timeoutMs);
  if (!compiled.ok) return compiled;
  try {
    return ok(toJson(await compiled.value.evaluate(data)));
  } catch (cause) {
    return err({ code: 'invalid_value', detail: `JSONata stopped: ${reason(cause)}` });
  }
}

function compile(expression: string, timeoutMs: number) {
  try {
    return ok(
      jsonata(expression, {
        timeout: timeoutMs,
        stack: maxStack,
        sequence: maxSequence,
        RegexEngine: LinearRegExp as unknown as RegExpConstructor,
      }),
    );
  } catch (cause) {
    return err(invalidExpression(`This is not JSONata: ${reason(cause)}`));
  }
}

/** JSONata throws plain objects. */
function reason(cause: unknown): string {
  const message = (cause as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : 'unknown fault';
}

/** The part of RegExp that JSONata uses, on RE2. It is made from the parser's native one. */
class LinearRegExp {
  lastIndex = 0;
  readonly #regex: Regex;
  readonly #global: boolean;

  constructor(native: RegExp) {
    const compiled = compileRegex(native.source, {
      caseInsensitive: native.ignoreCase,
      multiline: native.multiline,
    });
    if (!compiled.ok) throw new Error(compiled.error.detail);
    this.#regex = compiled.value;
    this.#global = native.global;
  }

  exec(text: string): (RegExpExecArray & { index: number }) | null {
    const found = this.#regex.find(text, this.#global ? this.lastIndex : 0);
    this.lastIndex = found && this.#global ? found.index + found.match.length : 0;
    if (!found) return null;
    const groups = found.groups.map((group) => group ?? undefined);
    return Object.assign([found.match, ...groups], {
      index: found.index,
      input: text,
    }) as unknown as RegExpExecArray;
  }
}
