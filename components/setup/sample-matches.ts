import { conditionSettings, evaluateCondition } from '#lib/core/expression/condition.ts';
import type { JsonObject } from '#lib/core/json.ts';
import { toRows } from '../editor/panel/model/condition-rows.ts';
import { isFilledPart } from '../editor/panel/model/operator-choices.ts';

/** What a filter says to the sample. Null where it isn't filled in, or can't be read. */
export function sampleMatches(settings: JsonObject, scope: object): boolean | null {
  const condition = conditionSettings.safeParse(settings);
  if (!condition.success || !isFilledPart(toRows(condition.data))) return null;
  return evaluateCondition(condition.data, scope).matched;
}
