import type { FieldProblem } from '#lib/core/errors.ts';

/**
 * What is wrong with a graph, in a user's words. `nodeId` is the step it belongs to, `field` the
 * dotted path inside its settings (`edges.<id>` for a wire). Errors keep a graph from being published,
 * warnings don't.
 */
export type GraphProblem = FieldProblem & { severity: 'error' | 'warning' };

export function graphError(problem: FieldProblem): GraphProblem {
  return { ...problem, severity: 'error' };
}

export function graphWarning(problem: FieldProblem): GraphProblem {
  return { ...problem, severity: 'warning' };
}
