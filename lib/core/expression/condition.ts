import { z } from 'zod';
import type { FieldProblem } from '#lib/core/errors.ts';
import type { Json } from '#lib/core/json.ts';
import {
  checks,
  type Operands,
  type Operator,
  type OperatorInfo,
  operatorIds,
  operatorList,
  scalarText,
  type Verdict,
} from './operators.ts';
import { preview, previewText } from './preview.ts';
import { compileRegex, type Regex } from './regex.ts';
import { TemplateCache, templateProblems, templateRoots } from './template.ts';

/** For drawing the rows: in the order to offer them. */
export const operators: readonly OperatorInfo[] = operatorList;

/** One row. `left` and `right` may hold templates, `right` anywhere inside. */
export type ConditionRow = {
  left: Json;
  operator: Operator;
  right?: Json;
  /** Turns the row's verdict round. */
  not?: boolean;
  caseInsensitive?: boolean;
};
/** An empty `all` is true, an empty `any` false. */
export type Condition = { all: ConditionPart[] } | { any: ConditionPart[] };
export type ConditionPart = Condition | ConditionRow;

const json = z.json() as z.ZodType<Json>;

const conditionRow: z.ZodType<ConditionRow> = z.strictObject({
  left: json,
  operator: z.enum(operatorIds),
  right: json.optional(),
  not: z.boolean().optional(),
  caseInsensitive: z.boolean().optional(),
});

const parts: z.ZodType<ConditionPart[]> = z.lazy(() =>
  z.array(z.union([conditionRow, conditionSettings])).max(200),
);

/** The settings of a filter: rows under `all` or `any`, nested as deep as one likes, up to 20. */
export const conditionSettings: z.ZodType<Condition> = z.lazy(() =>
  z.union([z.strictObject({ all: parts }), z.strictObject({ any: parts })]),
);

function groupParts(group: Condition): { mode: 'all' | 'any'; parts: ConditionPart[] } {
  return 'all' in group ? { mode: 'all', parts: group.all } : { mode: 'any', parts: group.any };
}

function isGroup(part: ConditionPart): part is Condition {
  return 'all' in part || 'any' in part;
}

const maxConditionDepth = 20;

/** What each row saw and said. Values are shortened: a trace is stored with its step. */
export type ConditionTrace =
  | { kind: 'group'; mode: 'all' | 'any'; matched: boolean; parts: ConditionTrace[] }
  | {
      kind: 'row';
      operator: Operator;
      /** The left side with its templates, where it has any. */
      written?: string;
      left: Json;
      /** True where the left's path led nowhere. */
      missing: boolean;
      right: Json;
      not?: true;
      caseInsensitive?: true;
      matched: boolean;
      /** Why there was nothing to compare; the row then counts as not matched, whatever `not` says. */
      note?: string;
    };
export type ConditionResult = { matched: boolean; trace: ConditionTrace; warnings: string[] };

type Sight = { scope: object; warnings: string[] };

/** Keeps parsed templates and compiled patterns. Hold one where the same conditions come again. */
export class ConditionEvaluator {
  readonly #templates: TemplateCache;
  readonly #patterns = new Map<string, Regex | string>();

  constructor(roots?: readonly string[]) {
    this.#templates = new TemplateCache(roots);
  }

  /** Every row is looked at, also after the verdict is clear: the trace shows them all. */
  evaluate(condition: Condition, scope: object): ConditionResult {
    const warnings: string[] = [];
    const trace = this.#part(condition, { scope, warnings }, 0);
    return { matched: trace.matched, trace, warnings };
  }

  #part(part: ConditionPart, sight: Sight, depth: number): ConditionTrace {
    if (!isGroup(part)) return this.#row(part, sight);
    const { mode, parts } = groupParts(part);
    if (depth > maxConditionDepth) {
      sight.warnings.push(`Conditions nested more than ${maxConditionDepth} deep don't match.`);
      return { kind: 'group', mode, matched: false, parts: [] };
    }
    const traces = parts.map((inner) => this.#part(inner, sight, depth + 1));
    const matched =
      mode === 'all'
        ? traces.every((trace) => trace.matched)
        : traces.some((trace) => trace.matched);
    return { kind: 'group', mode, matched, parts: traces };
  }

  #row(row: ConditionRow, { scope, warnings }: Sight): ConditionTrace {
    const { value: left, missing } = this.#templates.operand(row.left, scope, warnings);
    const right = this.#templates.value(row.right ?? null, scope, warnings);
    const operands = { left, missing, right, caseInsensitive: row.caseInsensitive === true };
    const verdict =
      row.operator === 'matches' ? this.#matches(operands) : checks[row.operator](operands);
    const trace = {
      kind: 'row' as const,
      operator: row.operator,
      ...writtenLeft(row),
      left: preview(left),
      missing,
      right: preview(right),
      ...(row.not && { not: true as const }),
      ...(row.caseInsensitive && { caseInsensitive: true as const }),
    };
    if (typeof verdict === 'boolean') return { ...trace, matched: verdict !== (row.not === true) };
    warnings.push(`${row.operator}: ${verdict}`);
    return { ...trace, matched: false, note: verdict };
  }

  /** Found anywhere in the text; anchor with ^ and $. */
  #matches({ left, right, caseInsensitive }: Operands): Verdict {
    const text = scalarText(left);
    if (text === undefined) return false;
    if (typeof right !== 'string') return 'The pattern must be a text.';
    const pattern = this.#pattern(right, caseInsensitive);
    if (typeof pattern === 'string') return pattern;
    if (!pattern.affords(text.length)) return 'The text is too long for this pattern.';
    return pattern.test(text);
  }

  #pattern(source: string, caseInsensitive: boolean): Regex | string {
    const key = `${caseInsensitive ? 'i' : ' '}${source}`;
    const known = this.#patterns.get(key);
    if (known !== undefined) return known;
    const compiled = compileRegex(source, { caseInsensitive });
    const pattern = compiled.ok ? compiled.value : compiled.error.detail;
    if (this.#patterns.size >= maxPatterns) this.#patterns.clear();
    this.#patterns.set(key, pattern);
    return pattern;
  }
}

function writtenLeft({ left }: ConditionRow): { written?: string } {
  if (typeof left !== 'string' || !left.includes('{{')) return {};
  return { written: previewText(left) };
}

/** A pattern may come from data; a flood of different ones must not fill the memory. */
const maxPatterns = 200;

/** As {@link ConditionEvaluator.evaluate}, parsing and compiling anew. */
export function evaluateCondition(condition: Condition, scope: object): ConditionResult {
  return new ConditionEvaluator().evaluate(condition, scope);
}

/** What the schema can't say: templates that don't parse, patterns RE2 refuses, nesting without end. */
export function conditionProblems(
  condition: Condition,
  roots: readonly string[] = templateRoots,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const { field, row } of rowsIn(condition, '', 0)) {
    if (row) problems.push(...rowProblems(row, field, roots));
    else problems.push({ field, message: `Nest conditions at most ${maxConditionDepth} deep.` });
  }
  return problems;
}

/** Every row with its place; a null row where the tree goes too deep. */
function* rowsIn(
  group: Condition,
  at: string,
  depth: number,
): Generator<{ field: string; row: ConditionRow | null }> {
  const { mode, parts } = groupParts(group);
  for (const [index, part] of parts.entries()) {
    const field = `${at === '' ? '' : `${at}.`}${mode}.${index}`;
    if (!isGroup(part)) yield { field, row: part };
    else if (depth >= maxConditionDepth) yield { field, row: null };
    else yield* rowsIn(part, field, depth + 1);
  }
}

function rowProblems(row: ConditionRow, at: string, roots: readonly string[]): FieldProblem[] {
  const templates = (['left', 'right'] as const).flatMap((side) =>
    templateProblems(row[side] ?? null, roots).map(({ path, message }) => ({
      field: `${at}.${side}${path === '' ? '' : `.${path}`}`,
      message,
    })),
  );
  const pattern = row.operator === 'matches' ? patternProblem(row.right) : null;
  return pattern === null ? templates : [...templates, { field: `${at}.right`, message: pattern }];
}

/** A pattern that holds templates is only known, and checked, when it is used. */
function patternProblem(pattern: Json | undefined): string | null {
  if (typeof pattern !== 'string') return 'Give a pattern as text.';
  if (pattern.includes('{{')) return null;
  const compiled = compileRegex(pattern);
  return compiled.ok ? null : compiled.error.detail;
}
