import type { NodeRun } from '#lib/core/execution/types.ts';
import type { Condition } from '#lib/core/expression/condition.ts';

export const runFilter: NodeRun<Condition> = (condition, { conditions, scope }) => {
  const { matched, trace, warnings } = conditions.evaluate(condition, scope);
  return {
    kind: 'done',
    port: matched ? 'match' : 'otherwise',
    output: { matched },
    input: { trace },
    warnings,
  };
};
