import { RE2JS } from 're2js';
import { err, ok, type Result } from '#lib/core/result.ts';
import { type ExpressionProblem, invalidExpression } from './problem.ts';

const maxPatternLength = 2000;
/**
 * RE2 needs time in proportion to pattern × text. This product takes it some 100 ms at worst, which
 * is what a caller on the event loop can afford.
 */
const maxWork = 10_000_000;

export type RegexOptions = { caseInsensitive?: boolean; multiline?: boolean; dotAll?: boolean };

/** What one match found. Groups that took no part are null; `named` holds those with a name. */
export type RegexMatch = {
  match: string;
  index: number;
  groups: (string | null)[];
  named: Record<string, string | null>;
};

/** A pattern in RE2 syntax (no look-around but look-behind, no back-references): linear in time. */
export class Regex {
  readonly #compiled: RE2JS;

  constructor(compiled: RE2JS) {
    this.#compiled = compiled;
  }

  /** True where this pattern on a text of this length stays within what the event loop can afford. */
  affords(length: number): boolean {
    return this.#compiled.programSize() * length <= maxWork;
  }

  /** Finds the pattern anywhere in the text. */
  test(text: string): boolean {
    return this.#compiled.test(text);
  }

  /** The first match at or after `from` (in UTF-16 units), or null. */
  find(text: string, from = 0): RegexMatch | null {
    const matcher = this.#compiled.matcher(text);
    if (from > text.length || !matcher.find(from)) return null;
    const groups: (string | null)[] = [];
    for (let group = 1; group <= matcher.groupCount(); group += 1)
      groups.push(matcher.group(group));
    return {
      match: matcher.group(0) ?? '',
      index: matcher.start(0),
      groups,
      named: Object.fromEntries(Object.entries(matcher.getNamedGroups())),
    };
  }
}

/** Fails with `invalid_expression`: not RE2's syntax, or too long. */
export function compileRegex(
  pattern: string,
  options: RegexOptions = {},
): Result<Regex, ExpressionProblem> {
  if (pattern.length > maxPatternLength) {
    return err(invalidExpression(`A pattern has at most ${maxPatternLength} characters.`));
  }
  let flags = RE2JS.LOOKBEHINDS;
  if (options.caseInsensitive) flags |= RE2JS.CASE_INSENSITIVE;
  if (options.multiline) flags |= RE2JS.MULTILINE;
  if (options.dotAll) flags |= RE2JS.DOTALL;
  try {
    return ok(new Regex(RE2JS.compile(RE2JS.translateRegExp(pattern), flags)));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown syntax';
    return err(invalidExpression(`This is not an RE2 pattern: ${reason}.`));
  }
}
