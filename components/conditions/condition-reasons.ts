import { type Operator, operatorList } from '#lib/core/expression/operators.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/core/json.ts';
import { shortPath, templateMarks } from '../values/template-marks.ts';

/** One condition as a run met it. `was` is null where there was no value, absent where it says no more than `left`. */
export type ReasonRow = {
  kind: 'row';
  left: string;
  operator: Operator;
  /** Null where the operator compares with nothing. */
  right: string | null;
  was?: string | null;
  not: boolean;
  caseInsensitive: boolean;
  matched: boolean;
  note: string | null;
};
export type ReasonGroup = {
  kind: 'group';
  mode: 'all' | 'any';
  matched: boolean;
  parts: Reason[];
};
export type Reason = ReasonRow | ReasonGroup;
/** What decided a step: a filter's conditions, or those of each case that was looked at. */
export type ConditionReason = { caseName: string | null; reason: Reason };

const longestValue = 120;
const longestPath = 60;
const operators = new Map(operatorList.map((info) => [info.id as string, info]));

/** From the input that a filter or a switch keeps; empty where it tells of no conditions. */
export function conditionReasons(type: string, input: Json): ConditionReason[] {
  if (!isJsonObject(input)) return [];
  if (type === 'filter') return reasonOf(null, input.trace);
  if (type !== 'switch' || !Array.isArray(input.cases)) return [];
  return input.cases.filter(isJsonObject).flatMap((one) => {
    const name = one.name ?? one.case;
    return reasonOf(typeof name === 'string' ? name : '', one.trace);
  });
}

function reasonOf(caseName: string | null, trace: Json | undefined): ConditionReason[] {
  const reason = readReason(trace);
  return reason ? [{ caseName, reason }] : [];
}

function readReason(trace: Json | undefined): Reason | null {
  if (!isJsonObject(trace)) return null;
  if (trace.kind === 'row') return readRow(trace);
  if (trace.kind !== 'group' || !Array.isArray(trace.parts)) return null;
  return {
    kind: 'group',
    mode: trace.mode === 'any' ? 'any' : 'all',
    matched: trace.matched === true,
    parts: trace.parts.map(readReason).filter((part) => part !== null),
  };
}

function readRow(trace: JsonObject): ReasonRow | null {
  const operator = operators.get(String(trace.operator));
  if (!operator) return null;
  const { written, left = null, right = null } = trace;
  const value = trace.missing === true ? null : shownValue(left);
  return {
    kind: 'row',
    operator: operator.id,
    right: operator.takesRight ? shownValue(right) : null,
    ...(typeof written === 'string'
      ? { left: shortTemplate(written), was: value }
      : { left: shownValue(left) }),
    not: trace.not === true,
    caseInsensitive: trace.caseInsensitive === true,
    matched: trace.matched === true,
    note: typeof trace.note === 'string' ? trace.note : null,
  };
}

/** `{{body.order.status}}` alone is its path; among other text it stays as written. */
function shortTemplate(written: string): string {
  const [only] = templateMarks(written);
  if (!only?.path || only.from > 0 || only.to < written.length) return cut(written);
  return shortPath(only.path, longestPath);
}

function shownValue(value: Json): string {
  return cut(JSON.stringify(value));
}

function cut(text: string): string {
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
