import type { z } from 'zod';
import type { FieldProblem } from '#lib/core/errors.ts';
import { templateProblems } from '#lib/core/expression/template.ts';
import { deeperThan } from '#lib/core/json-depth.ts';
import type { GraphNode } from './document.ts';
import type { NodeDefinition } from './node-type.ts';

/** Beyond it schemas and templates would run out of stack. Far more than anybody nests by hand. */
const maxSettingsDepth = 100;

/** What keeps a step's settings from running: the schema's, the type's own and the templates' problems. */
export function settingsProblems(node: GraphNode, definition: NodeDefinition): FieldProblem[] {
  if (deeperThan(node.settings, maxSettingsDepth)) {
    return [{ field: '', message: `Nest settings at most ${maxSettingsDepth} deep.` }];
  }
  const templates = templateProblems(node.settings).map(({ path, message }) => ({
    field: path,
    message,
  }));
  const parsed = definition.settings.safeParse(node.settings, { error: words });
  if (!parsed.success) return distinct([...issueProblems(parsed.error.issues, []), ...templates]);
  return distinct([...(definition.check?.(parsed.data) ?? []), ...templates]);
}

function distinct(problems: FieldProblem[]): FieldProblem[] {
  const byText = new Map(
    problems.map((problem) => [`${problem.field}\n${problem.message}`, problem]),
  );
  return [...byText.values()];
}

type Issue = z.core.$ZodIssue;

function issueProblems(issues: readonly Issue[], at: readonly PropertyKey[]): FieldProblem[] {
  return issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      return issueProblems(closestBranch(issue.errors), path);
    }
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: [...path, key].join('.'),
        message: `There is no setting “${key}” here. Remove it or check its spelling.`,
      }));
    }
    const name = String(path.at(-1) ?? 'settings');
    return [{ field: path.join('.'), message: issue.message.replace(fieldMark, () => name) }];
  });
}

/** Of a choice of shapes, the one that was probably meant: its faults lie deepest and are fewest. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const scored = branches.map((issues) => ({ issues, ...score(issues) }));
  scored.sort((a, b) => b.depth - a.depth || a.count - b.count);
  return scored[0]?.issues ?? [];
}

function score(issues: readonly Issue[]): { depth: number; count: number } {
  let depth = 0;
  let count = 0;
  for (const issue of issues) {
    const inner =
      issue.code === 'invalid_union' && issue.errors.length > 0
        ? score(closestBranch(issue.errors))
        : { depth: 0, count: 1 };
    depth = Math.max(depth, issue.path.length + inner.depth);
    count += inner.count;
  }
  return { depth, count };
}

/** Inside a choice an issue doesn't know its place yet: the field's name is put in afterwards. */
const fieldMark = '{field}';

/** Said where a schema has no words of its own. */
function words(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined) return `“${fieldMark}” is missing.`;
  switch (issue.code) {
    case 'invalid_type':
      return `“${fieldMark}” must be ${typeNames[String(issue.expected)] ?? String(issue.expected)}.`;
    case 'invalid_value':
      return `“${fieldMark}” must be one of ${issue.values?.join(', ')}.`;
    case 'too_small':
      return `“${fieldMark}” must be at least ${issue.minimum}${unit(issue.origin)}.`;
    case 'too_big':
      return `“${fieldMark}” can be at most ${issue.maximum}${unit(issue.origin)}.`;
    default:
      return `“${fieldMark}” is not a value that fits here.`;
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function unit(origin: unknown): string {
  if (origin === 'string') return ' characters long';
  return origin === 'array' ? ' items long' : '';
}
