import { z } from 'zod';
import type { FieldProblem } from '#lib/core/errors.ts';
import { conditionProblems, conditionSettings } from '#lib/core/expression/condition.ts';
import { defineNode } from '#lib/core/graph/node-type.ts';
import { isJsonObject, type JsonObject } from '#lib/core/json.ts';

/** Where no case holds. */
export const otherwisePort = 'otherwise';

const switchCase = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/, 'A case has an id of up to 40 letters, digits, _ or -.')
    .describe('Its port. Wires keep to it when the name changes.'),
  name: z.string().max(200).optional(),
  when: conditionSettings,
});

const settings = z.strictObject({ cases: z.array(switchCase).max(50) });
export type SwitchSettings = z.infer<typeof settings>;

/** Reads what it can: ports are drawn while the settings are still half done. */
function outputs({ cases }: JsonObject): string[] {
  if (!Array.isArray(cases)) return [otherwisePort];
  const ids = cases.flatMap((one) =>
    isJsonObject(one) && typeof one.id === 'string' ? one.id : [],
  );
  return [...new Set([...ids, otherwisePort])];
}

function check({ cases }: SwitchSettings): FieldProblem[] {
  const seen = new Set([otherwisePort, 'error']);
  return cases.flatMap(({ id, when }, index) => {
    const inside = conditionProblems(when).map(({ field, message }) => ({
      field: `cases.${index}.when.${field}`,
      message,
    }));
    const taken = seen.has(id);
    seen.add(id);
    const message = `The id ${id} is taken. Give each case its own.`;
    return taken ? [{ field: `cases.${index}.id`, message }, ...inside] : inside;
  });
}

export const switchNode = defineNode<SwitchSettings>({
  type: 'switch',
  kind: 'filter',
  label: 'Switch',
  help: 'Goes on by the first case that holds.',
  icon: 'split',
  settings,
  defaults: { cases: [{ id: 'case_1', name: 'Case 1', when: { all: [] } }] },
  inputs: ['in'],
  outputs,
  effect: false,
  defaultAttempts: 1,
  check,
});
