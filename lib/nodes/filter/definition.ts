import {
  type Condition,
  conditionProblems,
  conditionSettings,
} from '#lib/core/expression/condition.ts';
import { defineNode } from '#lib/core/graph/node-type.ts';

export const filterNode = defineNode<Condition>({
  type: 'filter',
  kind: 'filter',
  label: 'Filter',
  help: 'Goes on only where its conditions hold.',
  icon: 'funnel',
  settings: conditionSettings,
  defaults: { all: [] },
  inputs: ['in'],
  outputs: () => ['match', 'otherwise'],
  effect: false,
  defaultAttempts: 1,
  check: conditionProblems,
});
