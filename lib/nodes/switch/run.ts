import type { NodeRun } from '#lib/core/execution/types.ts';
import type { Json } from '#lib/core/json.ts';
import { otherwisePort, type SwitchSettings } from './definition.ts';

/** Cases after the one that holds are not looked at; the step's input shows those that were. */
export const runSwitch: NodeRun<SwitchSettings> = ({ cases }, { conditions, scope }) => {
  const looked: Json[] = [];
  const warnings: string[] = [];
  for (const { id, name, when } of cases) {
    const result = conditions.evaluate(when, scope);
    warnings.push(...result.warnings);
    looked.push({ case: id, ...(name && { name }), matched: result.matched, trace: result.trace });
    if (!result.matched) continue;
    const output = { case: id, name: name ?? id };
    return { kind: 'done', port: id, output, input: { cases: looked }, warnings };
  }
  const output = { case: null, name: null };
  return { kind: 'done', port: otherwisePort, output, input: { cases: looked }, warnings };
};
